import type { BulkEditRequest, Program, Selection } from "@firstmatch/shared-types";
import { useState } from "react";
import { BulkEditModal } from "./BulkEditModal.tsx";
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

/** What to do with the members of a selection. */
export function BulkEditDialog({ program, selection, who, onClose }: BulkEditDialogProps) {
  const [draft, setDraft] = useState(() => emptyDraft(program.codePattern));
  const [request, setRequest] = useState<BulkEditRequest>();
  return (
    <BulkEditModal
      title={`Bulk edit: ${who}`}
      wanted={request && { program, request }}
      onBack={() => setRequest(undefined)}
      entered={[draft]}
      onClose={onClose}
    >
      {(cancel) => (
        <EditForm
          program={program}
          draft={draft}
          onDraft={setDraft}
          onPreview={(edit) => setRequest({ selection, edit })}
          onCancel={cancel}
        />
      )}
    </BulkEditModal>
  );
}
