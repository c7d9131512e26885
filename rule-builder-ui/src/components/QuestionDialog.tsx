import { Button, Group, getDefaultZIndex, Modal, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useQuestion } from "./ask.ts";

/** What `ask` asks. */
export function QuestionDialog() {
  const asked = useQuestion();
  // Drawn closed before it opens, so that it knows where the focus came from; while it closes, it reads as it did.
  const [shown, setShown] = useState<typeof asked>();
  useEffect(() => {
    if (asked !== undefined) setShown(asked);
  }, [asked]);
  const answer = (yes: boolean) => () => asked?.answer(yes);
  return (
    <Modal
      opened={asked !== undefined && asked === shown}
      onClose={answer(false)}
      title={shown?.title}
      withCloseButton={false}
      zIndex={getDefaultZIndex("modal") + 1}
    >
      <Text size="sm" mb="md">
        {shown?.text}
      </Text>
      <Group justify="flex-end">
        {/* What cannot be taken back is never the answer to a careless Enter. */}
        <Button variant="default" onClick={answer(false)} data-autofocus>
          {shown?.cancel ?? "Cancel"}
        </Button>
        <Button color={shown?.danger === false ? "cobalt" : "red"} onClick={answer(true)}>
          {shown?.confirm}
        </Button>
      </Group>
    </Modal>
  );
}
