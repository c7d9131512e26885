import { Button, Group, Loader, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useMay } from "../access/session.ts";
import { useDraft, useDraftPlace } from "./use-draft.ts";

/** Whether the service has what is on the screen. */
export function SavedMark() {
  const { mark, trouble } = useDraft();
  const { keeper } = useDraftPlace();
  // Whoever can change nothing has nothing to save.
  if (!useMay("edit")) return null;
  return (
    <Group gap={6} role="status" aria-label="Draft" fz="sm" c="dimmed">
      {mark === "saved" && (
        <>
          <IconCheck size={16} aria-hidden /> Draft saved
        </>
      )}
      {mark === "saving" && (
        <>
          <Loader size={14} color="gray" aria-hidden /> Saving…
        </>
      )}
      {mark === "moved-on" && "The draft has moved on"}
      {mark === "unsaved" && (
        <>
          <IconAlertTriangle size={16} aria-hidden color="var(--mantine-color-error)" />
          <Text span size="sm" c="var(--mantine-color-error)">
            Not saved. {trouble}
          </Text>
          <Button size="compact-sm" variant="light" onClick={keeper.retry}>
            Try again
          </Button>
        </>
      )}
    </Group>
  );
}
