import { Button, Group, getDefaultZIndex, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { useQuestion } from "./ask.ts";

/** What `ask` asks. */
export function QuestionDialog() {
  const asked = useQuestion();
  // While it closes, it still reads as it did.
  const [shown, setShown] = useState(asked);
  if (asked !== undefined && asked !== shown) setShown(asked);
  if (shown === undefined) return null;
  const { title, text, confirm, cancel = "Cancel", danger = true } = shown;
  const answer = (yes: boolean) => () => asked?.answer(yes);
  return (
    <Modal
      opened={asked !== undefined}
      onClose={answer(false)}
      title={title}
      withCloseButton={false}
      zIndex={getDefaultZIndex("modal") + 1}
    >
      <Text size="sm" mb="md">
        {text}
      </Text>
      <Group justify="flex-end">
        {/* What cannot be taken back is never the answer to a careless Enter. */}
        <Button variant="default" onClick={answer(false)} data-autofocus>
          {cancel}
        </Button>
        <Button color={danger ? "red" : "cobalt"} onClick={answer(true)}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
