import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** Where there is nothing to show: what it would be, and the next step. */
export function EmptyState({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" ta="center">
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw={520}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
