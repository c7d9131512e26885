import { Checkbox, Stack } from "@mantine/core";

interface ReversedItemsProps {
  /** Every item line of the order, in words. */
  items: readonly string[];
  /** Indexes of those of which something is left. */
  reversible: readonly number[];
  ticked: readonly number[];
  onTicked: (items: number[]) => void;
  error: string | undefined;
}

/** The item lines of the order, to tick those that came back. */
export function ReversedItems({ items, reversible, ticked, onTicked, error }: ReversedItemsProps) {
  return (
    <Checkbox.Group
      label="Item lines that come back"
      error={error}
      value={ticked.map(String)}
      onChange={(values) => onTicked(values.map(Number).toSorted((one, other) => one - other))}
    >
      <Stack gap={8} mt={6}>
        {items.map((item, at) => (
          <Checkbox
            // biome-ignore lint/suspicious/noArrayIndexKey: an order's lines keep their places
            key={at}
            value={String(at)}
            label={item}
            disabled={!reversible.includes(at)}
            description={reversible.includes(at) ? undefined : "Nothing is left of it"}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
