import type { BulkEditRequest, Program, Selection } from "@firstmatch/shared-types";
import { Modal } from "@mantine/core";
import { useState } from "react";
import { DialogStep } from "../../components/DialogStep.tsx";
import { useReturnFocus } from "../../components/use-return-focus.ts";
import { BulkEditStages } from "./BulkEditStages.tsx";
import { EditForm } from "./EditForm.tsx";
import { emptyDraft } from "./edit-draft.ts";

interface BulkEditDialogProps {
  program: Program;
  selection: Selection;
  /** The selection in words: "12 members". */
  who: string;
  /** @param started whether anything was, or is being, changed */
  onClose: (started: boolean) => void;
}

/** What to do with the members of a selection; then what would change for whom; then the doing, and its report. */
export function BulkEditDialog({ program, selection, who, onClose }: BulkEditDialogProps) {
  useReturnFocus();
  const [draft, setDraft] = useState(() => emptyDraft(program.codePattern));
  const [wanted, setWanted] = useState<BulkEditRequest>();
  const [started, setStarted] = useState(false);
  const close = () => onClose(started);
  return (
    <Modal opened onClose={close} title={`Bulk edit: ${who}`} size={860} closeOnClickOutside={false}>
      {wanted === undefined ? (
        <DialogStep>
          <EditForm
            program={program}
            draft={draft}
            onDraft={setDraft}
            onPreview={(edit) => setWanted({ selection, edit })}
            onCancel={close}
          />
        </DialogStep>
      ) : (
        <BulkEditStages
          program={program}
          wanted={wanted}
          onBack={() => setWanted(undefined)}
          onStarted={() => setStarted(true)}
          onClose={close}
        />
      )}
    </Modal>
  );
}
