import type { Session } from "@firstmatch/shared-types";
import { Button, Modal, Stack, Text } from "@mantine/core";
import { useReturnFocus } from "../../components/use-return-focus.ts";
import { SignInForm } from "./SignInForm.tsx";

interface SignInDialogProps {
  ended: Session;
  onSignedIn: (session: Session) => void;
  onClose: () => void;
}

/** On top of a page whose session has ended; nothing on it is lost. */
export function SignInDialog({ ended, onSignedIn, onClose }: SignInDialogProps) {
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title="Sign in again"
      closeOnClickOutside={false}
      withCloseButton={false}
      zIndex={400}
    >
      <Stack gap="md">
        <Text size="sm">
          {ended.signIn === "off"
            ? "There is an admin key now, so everybody needs a key. "
            : `The session of ${ended.caller?.name} has ended. `}
          Everything on this page is still here, and goes on once you have signed in.
        </Text>
        <SignInForm
          onSignedIn={onSignedIn}
          beside={
            <Button variant="default" onClick={onClose}>
              Not now
            </Button>
          }
        />
      </Stack>
    </Modal>
  );
}
