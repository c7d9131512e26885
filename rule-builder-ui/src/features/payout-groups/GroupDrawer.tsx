import type { PayoutGroup, TermsEvent } from "@firstmatch/shared-types";
import { useState } from "react";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { slugOf } from "../../components/free-id.ts";
import { part } from "../../components/part.ts";
import { useDraft } from "../terms/use-draft.ts";
import { addGroup, replaceGroup } from "./group-changes.ts";
import { payoutToBeginWith } from "./payout-to-begin-with.ts";
import { rankOf } from "./reorder.ts";
import { withinRule } from "./within-rule.ts";

const GroupEditor = part(async () => (await import("./GroupEditor.tsx")).GroupEditor);

interface GroupDrawerProps {
  event: TermsEvent;
  /** Null for a new one. */
  group: PayoutGroup | null;
  currency: string;
  timezone: string;
  onClose: () => void;
}

/** The editor of one payout group. It keeps the group as it was when it was opened, whatever happens to the draft. */
export function GroupDrawer({ event, group, currency, timezone, onClose }: GroupDrawerProps) {
  const { change } = useDraft();
  const [opened] = useState(() => ({
    group: group ?? newGroup(event),
    rank: group === null ? (event.groups?.length ?? 0) + 1 : rankOf(event.groups ?? [], group.id),
  }));
  const save = async (edited: PayoutGroup) => {
    const made =
      group === null
        ? addGroup(event.type, { ...edited, id: slugOf(edited.name) || "group" }, opened.rank)
        : replaceGroup(event.type, opened.group, edited, opened.rank);
    const faults = await change({ ...made, fromEditor: true });
    if (faults.length === 0) onClose();
    return withinRule(faults);
  };
  return (
    <EditorDrawer title={group === null ? "New payout group" : group.name} onClose={onClose}>
      {(editor) => (
        <GroupEditor
          group={opened.group}
          defaults={event.default}
          level={event.level}
          currency={currency}
          timezone={timezone}
          onSave={save}
          {...editor}
        />
      )}
    </EditorDrawer>
  );
}

const newGroup = (event: TermsEvent): PayoutGroup => ({
  id: "",
  name: "",
  enabled: true,
  conditions: { all: [] },
  event: { type: "payout", params: { payout: payoutToBeginWith(event.default) } },
});
