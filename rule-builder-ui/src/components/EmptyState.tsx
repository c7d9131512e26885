import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** The level of its heading: 2 for a page, deeper inside of one. */
  order?: 2 | 4;
  action?: ReactNode;
  children: ReactNode;
}

/** Where there is nothing to show: what it would be, and the next step. */
export function EmptyState({ title, order = 2, action, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={order === 2 ? 56 : 28} px="md" ta="center">
      <Title order={order} size={order === 2 ? "h3" : "h4"}>
        {title}
      </Title>
      <Text c="dimmed" maw={520}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
