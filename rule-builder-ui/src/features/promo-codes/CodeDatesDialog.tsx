import type { Program, PromoCode } from "@firstmatch/shared-types";
import { useState } from "react";
import { DatesDialog } from "../../components/DatesDialog.tsx";
import { useCodeWrites } from "./code-queries.ts";

interface CodeDatesDialogProps {
  program: Program;
  code: PromoCode;
  onClose: () => void;
}

export function CodeDatesDialog({ program, code, onClose }: CodeDatesDialogProps) {
  const [opened] = useState(code);
  const { change } = useCodeWrites(opened);
  return (
    <DatesDialog
      title={`Dates of ${code.code}`}
      verb="Counts"
      dates={opened}
      timezone={program.timezone}
      onSave={(dates) => change.mutate(dates, { onSuccess: onClose })}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
    />
  );
}
