import { Group, Skeleton, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import css from "./Row.module.css";

interface LinkRowProps {
  to: string;
  title: string;
  marks?: ReactNode;
  /** What can be done with it, at the end of the row. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A row of a list that leads to a page. */
export function LinkRow({ to, title, marks, actions, children }: LinkRowProps) {
  return (
    <li className={css.row}>
      <Stack gap={2} miw={0}>
        <Group gap="xs">
          <Link to={to} className={css.link}>
            {title}
          </Link>
          {marks}
        </Group>
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      </Stack>
      {actions && <div className={css.beside}>{actions}</div>}
    </li>
  );
}

export function LinkRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={css.rows} aria-label={label}>
      {children}
    </ul>
  );
}

export function RowSkeletons({ count = 3, height = 70 }: { count?: number; height?: number }) {
  return (
    <Stack gap={10} role="status" aria-label="Loading">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeletons are all alike
        <Skeleton key={at} height={height} radius={10} />
      ))}
    </Stack>
  );
}
