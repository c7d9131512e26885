import { Button, Group, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import css from "./SelectionBar.module.css";
import type { Ticked } from "./selection.ts";

interface SelectionBarProps {
  ticked: Ticked;
  shown: readonly string[];
  /** Whether the filter finds more than are shown. */
  more: boolean;
  filtered: boolean;
  onAll: () => void;
  onClear: () => void;
  onEdit: () => void;
}

/** Below the table while somebody is ticked: how many, and what can be done with them. */
export function SelectionBar({ ticked, shown, more, filtered, onAll, onClear, onEdit }: SelectionBarProps) {
  const everyone = filtered ? "all that the filter finds" : "all members of the program";
  const allShown = !ticked.all && more && shown.every((partner) => ticked.partners.has(partner));
  return (
    <section className={css.bar} aria-label="Selected members">
      <Group gap="xs">
        <Text fw={600} role="status">
          {ticked.all ? capital(everyone) : countOf(ticked.partners, shown)}
        </Text>
        {allShown && (
          <Button variant="subtle" size="compact-md" onClick={onAll}>
            Select {everyone}
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

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
