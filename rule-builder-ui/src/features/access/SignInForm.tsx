import type { Session } from "@firstmatch/shared-types";
import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { signIn } from "../../api/session.ts";

interface SignInFormProps {
  onSignedIn: (session: Session) => void;
  /** What else can be done. */
  beside?: ReactNode;
}

/** Somebody names a key and is let in. */
export function SignInForm({ onSignedIn, beside }: SignInFormProps) {
  const [key, setKey] = useState("");
  const enter = useMutation({ mutationFn: () => signIn({ key: key.trim() }), onSuccess: onSignedIn });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate();
      }}
    >
      {/* By this name a password manager keeps the key. */}
      <input type="text" autoComplete="username" value="Firstmatch" readOnly hidden />
      <Stack gap="md">
        <PasswordInput
          label="Key"
          description="It begins with fm_ and was shown once, when it was made"
          autoComplete="current-password"
          data-autofocus
          autoFocus
          required
          value={key}
          onChange={(event) => {
            setKey(event.currentTarget.value);
            enter.reset();
          }}
          error={enter.error?.message}
          errorProps={{ role: "alert" }}
          visibilityToggleButtonProps={{ "aria-label": "Show the key" }}
        />
        <Group justify="flex-end" gap="xs">
          {beside}
          <Button type="submit" loading={enter.isPending}>
            Sign in
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
