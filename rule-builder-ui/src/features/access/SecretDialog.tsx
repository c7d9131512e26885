import type { IssuedKey } from "@firstmatch/shared-types";
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { CopyButton } from "../../components/CopyButton.tsx";
import { useReturnFocus } from "../../components/use-return-focus.ts";

interface SecretDialogProps {
  issued: IssuedKey;
  onClose: () => void;
}

/** The only time that a secret is shown; a slip of the hand does not close it. */
export function SecretDialog({ issued: { name, secret, secrets }, onClose }: SecretDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={secrets.length > 1 ? `New secret for ${name}` : `Key for ${name}`}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Alert color="orange" icon={<IconAlertTriangle />} title="Copy it now">
          It is shown this once. Firstmatch keeps no copy that it could show again; whoever has it, has what the key
          allows.
        </Alert>
        <Textarea
          label="Key"
          value={secret}
          readOnly
          autosize
          minRows={1}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", overflowWrap: "anywhere" } }}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Text size="sm" c="dimmed">
          People paste it on the sign-in page. Services send it with every request as{" "}
          <code>Authorization: Bearer fm_…</code>
        </Text>
        {secrets.length > 1 && <Text size="sm">The older secret works on, until you take it away.</Text>}
        <Group justify="flex-end" gap="xs">
          <CopyButton text={() => secret}>Copy the key</CopyButton>
          <Button size="compact-sm" onClick={onClose}>
            I have it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
