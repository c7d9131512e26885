import { Button, Group, Modal, type ModalProps, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorAlert } from "./ErrorAlert.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

interface FormDialogProps extends Pick<ModalProps, "size"> {
  title: string;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  busy?: boolean;
  disabled?: boolean;
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
  busy,
  disabled,
  error,
  shownAt,
  size,
  children,
}: FormDialogProps) {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={title} size={size ?? "md"} closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="md">
          {children}
          <ErrorAlert error={error} shownAt={shownAt} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy ?? false} disabled={disabled ?? false}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
