import type { Fault, TermsEvent } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FaultList } from "../../components/FaultList.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { useDraft } from "../terms/use-draft.ts";
import { changeEventTypeSettings, type EventTypeSettings } from "./event-type-changes.ts";
import { LevelField } from "./LevelField.tsx";

export function EventTypeSettingsDialog({ event, onClose }: { event: TermsEvent; onClose: () => void }) {
  const { change } = useDraft();
  const [before] = useState<EventTypeSettings>({ name: event.name, level: event.level });
  const [settings, setSettings] = useState(before);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const refused = await change({ ...changeEventTypeSettings(before, event.type, settings), fromEditor: true });
    setBusy(false);
    setFaults(refused);
    if (refused.length === 0) onClose();
  };
  return (
    <FormDialog title="Name and level" submit="Save" onClose={onClose} entered={[settings]} onSubmit={save} busy={busy}>
      <TextInput
        label="Name"
        description={`The key "${event.type}" stays: callers send it`}
        data-autofocus
        required
        value={settings.name}
        onChange={(typed) => setSettings({ ...settings, name: typed.currentTarget.value })}
      />
      <LevelField value={settings.level} onChange={(level) => setSettings({ ...settings, level })} />
      <FaultList faults={faults} />
    </FormDialog>
  );
}
