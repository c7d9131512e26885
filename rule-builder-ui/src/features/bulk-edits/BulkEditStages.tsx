import type { BulkEditRequest, Program } from "@firstmatch/shared-types";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { DialogStep } from "../../components/DialogStep.tsx";
import { tell } from "../../components/tell.tsx";
import { BulkEditPreviewPane } from "./BulkEditPreviewPane.tsx";
import { BulkEditReport } from "./BulkEditReport.tsx";
import { useBulkEdit } from "./bulk-edit-queries.ts";

interface BulkEditStagesProps {
  program: Program;
  wanted: BulkEditRequest;
  onBack: () => void;
  onStarted: () => void;
  onClose: () => void;
}

/** What happens once it is known what is wanted: the preview, the doing, the report. */
export function BulkEditStages({ program, wanted, onBack, onStarted, onClose }: BulkEditStagesProps) {
  const [started, setStarted] = useState<string>();
  const start = (id: string) => {
    setStarted(id);
    onStarted();
  };
  if (started === undefined)
    return (
      <DialogStep key="preview">
        <BulkEditPreviewPane program={program} wanted={wanted} onBack={onBack} onStarted={start} />
      </DialogStep>
    );
  return (
    <DialogStep key="started">
      <StartedEdit program={program} id={started} onClose={onClose} />
    </DialogStep>
  );
}

function StartedEdit({ program, id, onClose }: { program: Program; id: string; onClose: () => void }) {
  const { data: edit, error } = useBulkEdit(program.id, id);
  const running = edit?.status !== "finished";
  const close = () => {
    if (running) tell("The bulk edit goes on. How far it is stands under Bulk edits.");
    onClose();
  };
  return (
    <Stack gap="md">
      <BulkEditReport program={program} edit={edit} error={error} />
      <Group justify="flex-end" gap="xs">
        <Button component={Link} to={`/programs/${program.id}/bulk-edits/${id}`} variant="default" onClick={onClose}>
          Open its page
        </Button>
        <Button onClick={close}>{running ? "Close and let it go on" : "Done"}</Button>
      </Group>
    </Stack>
  );
}
