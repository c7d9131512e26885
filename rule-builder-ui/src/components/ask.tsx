import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";

interface Question {
  title: string;
  text: string;
  confirm: string;
  cancel?: string;
  /** What is confirmed cannot be taken back. */
  danger?: boolean;
}

/** Asks before something happens that cannot be taken back. */
export const ask = ({ title, text, confirm, cancel = "Cancel", danger = true }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text size="sm">{text}</Text>,
      labels: { confirm, cancel },
      withCloseButton: false,
      // What cannot be taken back is never the answer to a careless Enter.
      cancelProps: { "data-autofocus": true },
      confirmProps: { color: danger ? "red" : "cobalt" },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
