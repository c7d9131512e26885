import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import css from "../members/SelectionBar.module.css";
import type { Ticked } from "../members/selection.ts";

interface PartnerSelectionBarProps {
  ticked: Ticked;
  shown: readonly string[];
  /** How many are found; undefined until the last of them is shown. */
  total: number | undefined;
  /** To tick everyone whom the filter finds; undefined where that cannot be said, or all are seen already. */
  onAll: (() => void) | undefined;
  onClear: () => void;
  onAdd: () => void;
}

/** Below the table while somebody is ticked: how many, and what can be done with them. */
export function PartnerSelectionBar({ ticked, shown, total, onAll, onClear, onAdd }: PartnerSelectionBarProps) {
  const allShown = !ticked.all && shown.every((partner) => ticked.partners.has(partner));
  return (
    <section className={css.bar} aria-label="Selected partners">
      <Group gap="xs">
        <Text fw={600} role="status">
          {ticked.all ? allFound(total) : `${ticked.partners.size.toLocaleString("en")} selected`}
        </Text>
        {onAll && allShown && (
          <Button variant="subtle" size="compact-md" onClick={onAll}>
            Select all that are found
          </Button>
        )}
      </Group>
      <Group gap="xs">
        <Button variant="default" onClick={onClear}>
          Clear selection
        </Button>
        <Button leftSection={<IconPlus size={16} />} onClick={onAdd}>
          Add to a program…
        </Button>
      </Group>
    </section>
  );
}

const allFound = (total: number | undefined): string =>
  total === undefined ? "All that are found" : `All ${total.toLocaleString("en")} that are found`;
