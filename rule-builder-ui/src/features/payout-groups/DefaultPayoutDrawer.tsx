import type { TermsEvent } from "@firstmatch/shared-types";
import { useState } from "react";
import { EditorDrawer } from "../../components/EditorDrawer.tsx";
import { part } from "../../components/part.ts";
import { changeDefault } from "../event-types/event-type-changes.ts";
import { useDraft } from "../terms/use-draft.ts";
import { withinRule } from "./within-rule.ts";

const DefaultPayoutEditor = part(async () => (await import("./DefaultPayoutEditor.tsx")).DefaultPayoutEditor);

interface DefaultPayoutDrawerProps {
  event: TermsEvent;
  currency: string;
  onClose: () => void;
}

export function DefaultPayoutDrawer({ event, currency, onClose }: DefaultPayoutDrawerProps) {
  const { change } = useDraft();
  const [opened] = useState(event);
  const save = async (edited: TermsEvent["default"]) => {
    const faults = await change({ ...changeDefault(opened, edited), fromEditor: true });
    if (faults.length === 0) onClose();
    return withinRule(faults);
  };
  return (
    <EditorDrawer title={`Default payout of ${event.name}`} onClose={onClose}>
      {(editor) => (
        <DefaultPayoutEditor value={opened.default} level={event.level} currency={currency} onSave={save} {...editor} />
      )}
    </EditorDrawer>
  );
}
