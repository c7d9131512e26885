import { Button, Group, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import css from "./SelectionBar.module.css";
import type { Ticked } from "./selection.ts";

interface SelectionBarProps {
  ticked: Ticked;
  shown: readonly string[];
  /** How many the filter finds, shown or not. */
  total: number;
  filtered: boolean;
  onAll: () => void;
  onClear: () => void;
  onEdit: () => void;
}

/** Below the table while somebody is ticked: how many, and what can be done with them. */
export function SelectionBar({ ticked, shown, total, filtered, onAll, onClear, onEdit }: SelectionBarProps) {
  const count = total.toLocaleString("en");
  const allShown = !ticked.all && total > shown.length && shown.every((partner) => ticked.partners.has(partner));
  return (
    <section className={css.bar} aria-label="Selected members">
      <Group gap="xs">
        <Text fw={600} role="status">
          {ticked.all ? `All ${count} selected` : countOf(ticked.partners, shown)}
        </Text>
        {allShown && (
          <Button variant="subtle" size="compact-md" onClick={onAll}>
            Select all {count} {filtered ? "that the filter finds" : "members"}
          </Button>
        )}
      </Group>
      <Group gap="xs">
        <Button variant="default" onClick={onClear}>
          Clear selection
        </Button>
        <Button leftSection={<IconUsersGroup size={16} />} onClick={onEdit}>
          Bulk edit
        </Button>
      </Group>
    </section>
  );
}

function countOf(partners: ReadonlySet<string>, shown: readonly string[]): string {
  const seen = shown.filter((partner) => partners.has(partner)).length;
  const unseen = partners.size - seen;
  return `${partners.size.toLocaleString("en")} selected${unseen === 0 ? "" : `, ${unseen} of them not shown now`}`;
}
