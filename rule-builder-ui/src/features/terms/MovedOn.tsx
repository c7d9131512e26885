import { termsChanges } from "@firstmatch/shared-types";
import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { ChangeList } from "./ChangeList.tsx";
import { changesNothing } from "./keep-draft.ts";
import { useDraft, useDraftPlace } from "./use-draft.ts";

const TITLE = "The draft has moved on since you opened it";

/** Somebody else has changed the draft: what they did, and what becomes of what was done here. */
export function MovedOn() {
  const { mark, theirs, waiting } = useDraft();
  const { keeper } = useDraftPlace();
  if (mark !== "moved-on" || theirs === undefined) return null;
  if (waiting.length === 0) return <NewerDraft role="alert" />;
  const stuck = waiting.every((change) => changesNothing(change, theirs.terms));
  return (
    // Above an open editor: it keeps what was typed while this is decided.
    <Modal opened onClose={() => {}} title={TITLE} withCloseButton={false} closeOnEscape={false} size="lg" zIndex={400}>
      <Stack gap="md">
        <Text size="sm">Meanwhile somebody else saved this:</Text>
        <TheirChanges />
        <Text size="sm">What you did here is not saved yet:</Text>
        <List size="sm">
          {waiting.map(({ says }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two changes may say the same, and they never change places
            <List.Item key={at}>{says}</List.Item>
          ))}
        </List>
        {stuck && (
          <Text size="sm" fw={500}>
            It cannot be made again: the newer draft has no place for it any more, or says the same already.
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={keeper.reload}>
            Reload without my change
          </Button>
          <Button data-autofocus={!stuck || undefined} disabled={stuck} onClick={keeper.applyAgain}>
            Apply my change again
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The same where nothing waits here; also for a dialog above the page, where it is not announced a second time. */
export function NewerDraft({ role }: { role?: "alert" }) {
  const { keeper } = useDraftPlace();
  return (
    <Alert color="orange" title={TITLE} mb="md" role={role ?? "group"}>
      <Stack gap="sm" align="flex-start">
        <TheirChanges />
        <Button onClick={keeper.reload}>Reload</Button>
      </Stack>
    </Alert>
  );
}

function TheirChanges() {
  const { saved, theirs } = useDraft();
  if (theirs === undefined) return null;
  return <ChangeList changes={termsChanges(saved.terms, theirs.terms)} none="It reads the same as before." />;
}
