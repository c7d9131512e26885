import type { StoredPersonalPayout, TermsEvent } from "@firstmatch/shared-types";
import { Button, Collapse, Group, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight, IconPlus } from "@tabler/icons-react";
import { useId, useMemo, useState } from "react";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { useMay } from "../access/session.ts";
import list from "../payout-groups/PayoutGroupList.module.css";
import type { TestResult } from "../payout-groups/test-result.ts";
import { useDraftPlace } from "../terms/use-draft.ts";
import { PersonalPayoutCard } from "./PersonalPayoutCard.tsx";
import { PersonalPayoutDrawer } from "./PersonalPayoutDrawer.tsx";
import { usePersonalPayouts } from "./personal-payout-queries.ts";
import { shadowed } from "./shadowed.ts";
import { useConfirmedRemoval } from "./use-confirmed-removal.ts";

interface PersonalPayoutSectionProps {
  event: TermsEvent;
  currency: string;
  timezone: string;
  test: TestResult;
}

const TYPING_MS = 300;

/** The payouts for named partners, tried before the groups. They are stored beside the draft: a change is in force at once. */
export function PersonalPayoutSection({ event, currency, timezone, test }: PersonalPayoutSectionProps) {
  const heading = useId();
  const { program, terms } = useDraftPlace();
  const mayEdit = useMay("edit");
  const place = { program, terms, eventType: event.type };
  const [opened, { toggle }] = useDisclosure(false);
  const [partner, setPartner] = useState("");
  const [couponCode, setCouponCode] = useState("");
  const [wanted] = useDebouncedValue({ partner: partner.trim(), couponCode: couponCode.trim() }, TYPING_MS);
  const { items, error, isPending, more } = usePersonalPayouts(place, wanted);
  const neverPaid = useMemo(() => shadowed(items.map(({ payout }) => payout)), [items]);
  const filtered = wanted.partner !== "" || wanted.couponCode !== "";
  const remove = useConfirmedRemoval(place);
  /** The one whose editor is open; null for a new one. */
  const [editing, setEditing] = useState<StoredPersonalPayout | null>();

  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section aria-labelledby={heading} style={{ marginBottom: 24 }}>
      <Group justify="space-between" gap="sm">
        <Title order={3} size="h4" id={heading}>
          Personal payouts, tried first
        </Title>
        <Group gap="xs">
          <Button
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            leftSection={<Chevron size={16} />}
            onClick={toggle}
          >
            {isPending ? "…" : countOf(items.length, more !== undefined, filtered)}
          </Button>
          {mayEdit && (
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing(null)}>
              Add personal payout
            </Button>
          )}
        </Group>
      </Group>
      <ErrorAlert error={error} />
      <Collapse expanded={opened}>
        <Text size="sm" c="dimmed" mb="sm">
          Only for the partners they name, and seen by them alone; one partner's are tried from the oldest on. A change
          here is in force at once, without publishing.
        </Text>
        {(items.length > 5 || filtered) && (
          <Group mb="sm" gap="sm">
            <TextInput
              label="Of partner"
              size="xs"
              value={partner}
              onChange={(event) => setPartner(event.currentTarget.value)}
            />
            <TextInput
              label="With the code"
              size="xs"
              value={couponCode}
              onChange={(event) => setCouponCode(event.currentTarget.value)}
            />
          </Group>
        )}
        {isPending && <RowSkeletons count={1} />}
        <ul className={list.list} aria-label="Personal payouts">
          {items.map((stored) => (
            <li key={stored.payout.id} className={list.place}>
              <PersonalPayoutCard
                stored={stored}
                event={event}
                currency={currency}
                shadowedBy={neverPaid.get(stored.payout.id)}
                won={test.winner?.kind === "personal" && test.winner.id === stored.payout.id}
                {...(mayEdit && { onEdit: () => setEditing(stored), onRemove: () => void remove(stored) })}
              />
            </li>
          ))}
        </ul>
        <MoreButton more={more} />
      </Collapse>
      {editing !== undefined && (
        <PersonalPayoutDrawer
          place={place}
          event={event}
          stored={editing}
          currency={currency}
          timezone={timezone}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
}

const countOf = (count: number, more: boolean, filtered: boolean): string => {
  if (count === 0) return filtered ? "None found" : "None yet";
  return `${more ? "More than " : ""}${count} ${filtered ? "found" : count === 1 ? "personal payout" : "personal payouts"}`;
};
