import type { Session } from "@firstmatch/shared-types";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { usePageTitle } from "../../components/use-page-title.ts";
import { SignInForm } from "./SignInForm.tsx";

/** In place of whatever page was asked for, which follows at the same address. */
export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  usePageTitle("Sign in");
  return (
    <Paper withBorder radius="lg" p="xl" maw={440} mx="auto" mt="8vh" bg="var(--fm-card)">
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            Sign in
          </Title>
          <Text c="dimmed" size="sm" mt={4}>
            With the key that you were given. Whoever looks after Firstmatch makes a new one on the Access screen.
          </Text>
        </div>
        <SignInForm onSignedIn={onSignedIn} />
      </Stack>
    </Paper>
  );
}
