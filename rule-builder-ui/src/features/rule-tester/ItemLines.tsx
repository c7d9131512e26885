import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { ITEM_FACTS, type Loose, withField } from "./event-form.ts";
import { FactField } from "./FactField.tsx";
import { type FaultsByPointer, itemPointer, sentenceOf } from "./faults.ts";
import styles from "./rule-tester.module.css";
import type { Suggestions } from "./suggestions.ts";

interface Props {
  items: readonly Loose[];
  onChange: (items: Loose[]) => void;
  suggestions: Suggestions;
  faults: FaultsByPointer;
  currency: string;
  timezone: string;
}

const SHORT_LABELS: Record<string, string> = {
  sku: "SKU",
  name: "Name",
  category: "Category",
  brand: "Brand",
  quantity: "Quantity",
  amount: "Line amount",
};

/** The lines of the order, each with its facts. */
export function ItemLines({ items, onChange, suggestions, faults, currency, timezone }: Props) {
  return (
    <fieldset className={styles.section}>
      <legend>Item lines</legend>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          None: the order is decided without item facts.
        </Text>
      )}
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place, and its inputs are controlled
        <fieldset key={at} className={styles.line}>
          <legend>
            Item line {at + 1}
            <ActionIcon
              size="sm"
              aria-label={`Remove item line ${at + 1}`}
              onClick={() => onChange(items.filter((_, index) => index !== at))}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </legend>
          <div className={styles.lineFields}>
            {ITEM_FACTS.map((fact) => {
              const field = fact.itemField as string;
              const fault = faults.get(itemPointer(at, field));
              return (
                <FactField
                  key={field}
                  {...{ fact, currency, timezone }}
                  label={SHORT_LABELS[field] ?? fact.label}
                  whenEmpty=""
                  value={item[field]}
                  onChange={(typed) =>
                    onChange(items.map((line, index) => (index === at ? withField(line, field, typed) : line)))
                  }
                  suggestions={suggestions.get(fact.key) ?? []}
                  error={fault && sentenceOf(fault)}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...items, {}])}
        >
          Add item line
        </Button>
      </Group>
    </fieldset>
  );
}
