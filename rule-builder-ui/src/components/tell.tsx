import type { Fault } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { faultsOrMessage } from "../api/problem-error.ts";

const closeButtonProps = { "aria-label": "Close the message" };

/** Something that was done, with a way to take it back. */
export function tellWithUndo(message: string, undo: () => void) {
  const id = notifications.show({
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}

export const tell = (message: string) => notifications.show({ message, withBorder: true, closeButtonProps });

/** A refusal, in the words of the service; stays until it is closed. */
export function tellFaults(title: string, faults: readonly Fault[]) {
  if (faults.length === 0) return;
  notifications.show({
    title,
    color: "red",
    autoClose: false,
    withBorder: true,
    closeButtonProps,
    message: faults.map(({ pointer, message }) => (pointer === "" ? message : `${pointer} ${message}`)).join("; "),
  });
}

export const tellError = (title: string, error: Error) => tellFaults(title, faultsOrMessage(error));
