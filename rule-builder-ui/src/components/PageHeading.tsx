import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface PageHeadingProps {
  crumbs?: ReactNode;
  title: string;
  /** Badges and marks beside the title. */
  marks?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

export function PageHeading({ crumbs, title, marks, actions, children }: PageHeadingProps) {
  return (
    <Stack gap={4} mb="md">
      {crumbs}
      <Group justify="space-between" align="center" gap="md">
        <Group gap="sm" align="center" miw={0}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {marks}
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}
