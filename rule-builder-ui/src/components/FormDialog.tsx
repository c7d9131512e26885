import { Button, Group, Modal, type ModalProps, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { TYPED } from "./ask-to-discard.ts";
import { ErrorAlert } from "./ErrorAlert.tsx";
import { useLeaveGuard } from "./LeaveGuard.tsx";
import { useAskedClose, useEntered } from "./use-asked-close.ts";
import { useOnePress } from "./use-one-press.ts";
import { useReturnFocus } from "./use-return-focus.ts";

interface FormDialogProps extends Pick<ModalProps, "size"> {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  busy?: boolean;
  disabled?: boolean;
  /** All that can be entered in it. What differs from when it opened is asked about before it is lost. */
  entered: readonly unknown[];
  error?: Error | null;
  /** Pointers of the fields that show their own faults. */
  shownAt?: readonly string[];
  children: ReactNode;
}

/** A dialog that asks for something and does it; it stays open until it is done. */
export function FormDialog({
  title,
  submit,
  onSubmit,
  onClose,
  busy = false,
  disabled = false,
  entered: values,
  error,
  shownAt,
  size,
  children,
}: FormDialogProps) {
  useReturnFocus();
  const press = useOnePress(onSubmit, busy);
  const entered = useEntered(values);
  const close = useAskedClose(entered, onClose);
  // What is on its way is not lost, and its answer may lead on to another page.
  useLeaveGuard(entered && !busy, TYPED.text);
  return (
    <Modal opened onClose={close} title={title} size={size ?? "md"} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          press();
        }}
      >
        <Stack gap="md">
          {children}
          <ErrorAlert error={error} shownAt={shownAt} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy} disabled={disabled}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
