import { Button, Group, Modal, type ModalProps, Stack } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { askToDiscard, TYPED } from "./ask-to-discard.ts";
import { ErrorAlert } from "./ErrorAlert.tsx";
import { useLeaveGuard } from "./LeaveGuard.tsx";
import { useOnePress } from "./use-one-press.ts";
import { useReturnFocus } from "./use-return-focus.ts";

interface FormDialogProps extends Pick<ModalProps, "size"> {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  busy?: boolean;
  disabled?: boolean;
  /** Whether something was typed that is asked about before it is lost. */
  dirty?: boolean;
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
  dirty = false,
  error,
  shownAt,
  size,
  children,
}: FormDialogProps) {
  useReturnFocus();
  useLeaveGuard(dirty, TYPED.text);
  const press = useOnePress(onSubmit, busy);
  const asking = useRef(false);
  const close = async () => {
    // The Escape that answers the question arrives here as well.
    if (asking.current) return;
    if (!dirty) return onClose();
    asking.current = true;
    const discard = await askToDiscard(TYPED);
    setTimeout(() => {
      asking.current = false;
    });
    if (discard) onClose();
  };
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
