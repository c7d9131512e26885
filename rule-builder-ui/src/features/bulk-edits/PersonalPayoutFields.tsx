import type { TermsSummary } from "@firstmatch/shared-types";
import { Text, TextInput } from "@mantine/core";
import { faultAt, faultsBelow } from "../../components/faults-at.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { PayoutEditor } from "../payout/PayoutEditor.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import type { EditFieldsProps } from "./EditFields.tsx";

/** A personal payout for each of the members, or none any more, on one event type of each member's own terms. */
export function PersonalPayoutFields({ program, draft, onDraft, faults }: EditFieldsProps) {
  const { items } = useTermsList(program.id);
  const eventTypes = eventTypesOf(items);
  const eventType = eventTypes.find(({ type }) => type === draft.eventType);
  return (
    <>
      <LazySelect
        label="Event type"
        description="In the terms that each member has now"
        placeholder="Choose"
        required
        data={eventTypes.map(({ type, name }) => ({ value: type, label: name }))}
        value={draft.eventType}
        onChange={(type) => onDraft({ ...draft, eventType: type })}
      />
      {draft.choice === "personal-payout" && (
        <>
          <Text size="sm" c="dimmed">
            Whoever has a personal payout here keeps its criteria and its code and is paid this instead, whatever its
            model was; everyone else is given a new one. In force at once.
          </Text>
          <TextInput
            label="Title"
            placeholder="Autumn bonus"
            required
            value={draft.title}
            onChange={(event) => onDraft({ ...draft, title: event.currentTarget.value })}
            error={faultAt(faults, "/title")}
          />
          <PayoutEditor
            payout={draft.payout}
            onChange={(payout) => onDraft({ ...draft, payout })}
            currency={program.currency}
            level={eventType?.level ?? "order"}
            faults={faultsBelow(faults, "/payout")}
          />
        </>
      )}
      {draft.choice === "remove-personal-payout" && (
        <Text size="sm">
          From now on these members are paid by the groups and the default payout of their terms. A payout that names
          other partners as well stays for those.
        </Text>
      )}
    </>
  );
}

/** Each once, though several terms have it. */
function eventTypesOf(terms: readonly TermsSummary[]): TermsSummary["eventTypes"] {
  const byType = new Map(terms.flatMap(({ eventTypes }) => eventTypes).map((each) => [each.type, each]));
  return [...byType.values()];
}
