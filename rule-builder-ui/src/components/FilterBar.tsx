import { Button, Group, type GroupProps } from "@mantine/core";
import type { ReactNode } from "react";

interface FilterBarProps extends Pick<GroupProps, "mb"> {
  /** What is found: "Partners". */
  label: string;
  /** Whether anything is set, which can be cleared then. */
  filtered: boolean;
  onClear: () => void;
  /** The fields: everything that is set must hold. */
  children: ReactNode;
}

/** The filter above a list. */
export const FilterBar = ({ label, filtered, onClear, mb = 0, children }: FilterBarProps) => (
  <Group role="search" aria-label={label} gap="sm" align="flex-end" mb={mb}>
    {children}
    {filtered && (
      <Button variant="subtle" color="gray" onClick={onClear}>
        Clear
      </Button>
    )}
  </Group>
);
