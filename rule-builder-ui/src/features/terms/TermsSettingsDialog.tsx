import { CURRENCIES, type Fault } from "@firstmatch/shared-types";
import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { FaultList } from "../../components/FaultList.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { TIME_ZONES } from "../../components/time-zones.ts";
import { changeSettings, type TermsSettings } from "./terms-changes.ts";
import { useDraft } from "./use-draft.ts";

export function TermsSettingsDialog({ onClose }: { onClose: () => void }) {
  const { terms, change } = useDraft();
  const [before] = useState<TermsSettings>({
    name: terms.name,
    currency: terms.currency,
    timezone: terms.timezone,
    rounding: terms.rounding ?? "half-up",
  });
  const [settings, setSettings] = useState(before);
  const [faults, setFaults] = useState<Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<TermsSettings>) => setSettings({ ...settings, ...part });
  const save = async () => {
    setBusy(true);
    const refused = await change({ ...changeSettings(before, settings), fromEditor: true });
    setBusy(false);
    if (refused.length === 0) onClose();
    else setFaults(refused);
  };
  const errorAt = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.message;
  return (
    <FormDialog
      title="Settings of the terms"
      submit="Save"
      onClose={onClose}
      entered={[settings]}
      onSubmit={save}
      busy={busy}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={settings.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errorAt("/name")}
      />
      <Select
        label="Currency"
        description="Amounts are kept as they are written, not converted"
        searchable
        allowDeselect={false}
        data={CURRENCIES}
        value={settings.currency}
        onChange={(currency) => currency && set({ currency })}
        error={errorAt("/currency")}
      />
      <Select
        label="Time zone"
        searchable
        allowDeselect={false}
        limit={100}
        data={TIME_ZONES}
        value={settings.timezone}
        onChange={(timezone) => timezone && set({ timezone })}
        error={errorAt("/timezone")}
      />
      <Select
        label="Rounding"
        description="Of the last digit, when an amount lies exactly between two"
        allowDeselect={false}
        data={[
          { value: "half-up", label: "Half up: 0.125 → 0.13" },
          { value: "half-even", label: "Half even: 0.125 → 0.12" },
        ]}
        value={settings.rounding ?? "half-up"}
        onChange={(rounding) => rounding && set({ rounding: rounding as "half-up" | "half-even" })}
      />
      <FaultList faults={faults.filter(({ pointer }) => !["/name", "/currency", "/timezone"].includes(pointer))} />
    </FormDialog>
  );
}
