import type { Partner } from "@firstmatch/shared-types";
import { Button, Group, Pill, Stack } from "@mantine/core";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { type Chosen, NO_ONE } from "./chosen-partners.ts";
import css from "./PartnerPicker.module.css";
import { usePartnersToJoin } from "./use-partners-to-join.ts";

interface PartnerPickerProps {
  program: string;
  chosen: Chosen;
  onChosen: (chosen: Chosen) => void;
  search: string;
  onSearch: (search: string) => void;
}

/** Finds partners who are no members yet, and takes one of them, several, or all that were found. */
export function PartnerPicker({ program, chosen, onChosen, search, onSearch }: PartnerPickerProps) {
  const { items, error, isPending, more } = usePartnersToJoin(program, search);
  const named = chosen.all ? [] : chosen.partners;
  const isChosen = ({ id }: Pick<Partner, "id">) => chosen.all || named.some((partner) => partner.id === id);
  const choose = ({ id, name }: Pick<Partner, "id" | "name">, on: boolean) => {
    const others = (chosen.all ? items : named).filter((partner) => partner.id !== id);
    onChosen({ all: false, partners: on ? [...others, { id, name }] : others });
  };
  return (
    <Stack gap={8} role="group" aria-label="Partners">
      <Group
        align="flex-end"
        gap="sm"
        // Enter after a search means that search, not adding whoever was chosen before it.
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
        }}
      >
        <TypedFilter
          label="Partners who are no members yet"
          placeholder="Name, id or e-mail"
          width={360}
          icon
          focused
          value={search}
          onTyped={(typed) => {
            if (chosen.all) onChosen(NO_ONE);
            onSearch(typed);
          }}
        />
        {(items.length > 1 || chosen.all) && (
          <Button
            variant="subtle"
            aria-pressed={chosen.all}
            onClick={() => onChosen(chosen.all ? NO_ONE : { all: true })}
          >
            {chosen.all ? "Choose nobody" : search === "" ? "Choose all partners" : "Choose all found"}
          </Button>
        )}
      </Group>
      {named.length > 0 && (
        <Pill.Group aria-label="Chosen partners">
          {named.map((partner) => (
            <Pill
              key={partner.id}
              withRemoveButton
              onRemove={() => choose(partner, false)}
              removeButtonProps={{ "aria-label": `Leave out ${partner.name}`, "aria-hidden": false }}
            >
              {partner.name}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <ErrorAlert error={error} />
      <ul className={css.found} aria-label="Partners found" aria-busy={isPending}>
        {items.map((partner) => (
          <li key={partner.id}>
            <label className={css.partner}>
              <input
                type="checkbox"
                checked={isChosen(partner)}
                onChange={(event) => choose(partner, event.currentTarget.checked)}
              />
              <span>
                {partner.name} <code>{partner.id}</code>
              </span>
            </label>
          </li>
        ))}
        {!isPending && !error && items.length === 0 && (
          <li className={css.none}>
            {search === "" ? "Every partner is a member already, or there are none yet." : "Nobody found."}
          </li>
        )}
        {more && (
          <li>
            <MoreButton more={more} />
          </li>
        )}
      </ul>
    </Stack>
  );
}
