import { useState } from "react";
import { faultsIn } from "../api/problem-error.ts";
import { FormDialog } from "./FormDialog.tsx";
import { faultAt } from "./faults-at.ts";
import { toInstant, toLocal } from "./local-time.ts";
import { MomentInput } from "./MomentInput.tsx";

interface Dates {
  from: string | null;
  until: string | null;
}

interface DatesDialogProps {
  title: string;
  /** What it does between the dates: "Counts", "Paid". */
  verb: string;
  dates: Dates;
  timezone: string;
  /** Only what was changed; null for no limit. */
  onSave: (dates: Partial<Dates>) => void;
  busy: boolean;
  error: Error | null;
  onClose: () => void;
}

/** From when and until when; an empty field is no limit. */
export function DatesDialog({ title, verb, dates, timezone, onSave, busy, error, onClose }: DatesDialogProps) {
  const shown = (at: string | null) => (at === null ? "" : (toLocal(at, timezone)?.slice(0, 16) ?? ""));
  const [from, setFrom] = useState(() => shown(dates.from));
  const [until, setUntil] = useState(() => shown(dates.until));
  const faults = faultsIn(error);
  const changed = (key: keyof Dates, local: string) =>
    local === shown(dates[key]) ? {} : { [key]: local === "" ? null : toInstant(local, timezone) };
  const changes = { ...changed("from", from), ...changed("until", until) };
  return (
    <FormDialog
      title={title}
      submit="Save dates"
      onClose={onClose}
      entered={[from, until]}
      onSubmit={() => onSave(changes)}
      busy={busy}
      disabled={Object.keys(changes).length === 0}
      error={error}
      shownAt={["/from", "/until"]}
    >
      <MomentInput
        label={`${verb} from`}
        timezone={timezone}
        local={from}
        onLocal={setFrom}
        error={faultAt(faults, "/from")}
      />
      <MomentInput
        label={`${verb} until`}
        timezone={timezone}
        local={until}
        onLocal={setUntil}
        error={faultAt(faults, "/until")}
      />
    </FormDialog>
  );
}
