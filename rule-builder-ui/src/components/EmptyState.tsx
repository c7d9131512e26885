import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** The level of its heading: 1 where it is the whole page, 4 deep inside of one. */
  order?: 1 | 2 | 4;
  action?: ReactNode;
  children: ReactNode;
}

/** Where there is nothing to show: what it would be, and the next step. */
export function EmptyState({ title, order = 2, action, children }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={order === 4 ? 28 : 56} px="md" ta="center">
      <Title order={order} size={order === 4 ? "h4" : "h3"}>
        {title}
      </Title>
      <Text c="dimmed" maw={520}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
