import type { BulkEditRequest, Program } from "@firstmatch/shared-types";
import { Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { TYPED } from "../../components/ask-to-discard.ts";
import { DialogStep } from "../../components/DialogStep.tsx";
import { useLeaveGuard } from "../../components/LeaveGuard.tsx";
import { useAskedClose, useEntered } from "../../components/use-asked-close.ts";
import { useReturnFocus } from "../../components/use-return-focus.ts";
import { BulkEditStages } from "./BulkEditStages.tsx";

interface BulkEditModalProps {
  title: ReactNode;
  /** Where, and what is wanted there; undefined while it is still being chosen. */
  wanted: { program: Program; request: BulkEditRequest } | undefined;
  /** Back to the choosing. */
  onBack: () => void;
  /** All that can be entered. What differs from when it opened is asked about before it is lost. */
  entered: readonly unknown[];
  /** @param started whether anything was, or is being, changed */
  onClose: (started: boolean) => void;
  /** Where it is chosen what is wanted. */
  children: (onCancel: () => void) => ReactNode;
}

/** The dialog of a bulk edit: what is wanted; then what would change for whom; then the doing, and its report. */
export function BulkEditModal({ title, wanted, onBack, entered, onClose, children }: BulkEditModalProps) {
  useReturnFocus();
  const [started, setStarted] = useState(false);
  const unsent = useEntered(entered) && !started;
  useLeaveGuard(unsent, TYPED.text);
  const close = useAskedClose(unsent, () => onClose(started));
  return (
    <Modal opened onClose={close} title={title} size={860} closeOnClickOutside={false}>
      {wanted === undefined ? (
        <DialogStep>{children(close)}</DialogStep>
      ) : (
        <BulkEditStages
          program={wanted.program}
          wanted={wanted.request}
          onBack={onBack}
          onStarted={() => setStarted(true)}
          onClose={() => onClose(started)}
        />
      )}
    </Modal>
  );
}
