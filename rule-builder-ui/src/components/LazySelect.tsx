import { MultiSelect, type MultiSelectProps, Select, type SelectProps } from "@mantine/core";
import { useEffect, useState } from "react";

/**
 * Mantine keeps the options of every closed drop-down in the page; an editor with ten rows would carry a thousand. Here
 * they come when it opens, and the list scrolls as the listbox itself: Mantine's scroll area inside it is, to axe, a
 * region that no key can reach.
 */
function useLazyOptions() {
  const [opened, setOpened] = useState(false);
  const [drawn, setDrawn] = useState(0);
  // A listbox finds its id in its second draw, and the field learns it in the one after that. Without these draws the
  // field would not say that it is open, nor what it controls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each draw brings on the next, up to the last
  useEffect(() => setDrawn((count) => (opened ? Math.min(count + 1, 2) : 0)), [opened, drawn]);
  return {
    comboboxProps: { keepMounted: false },
    withScrollArea: false,
    styles: { options: { maxHeight: 300, overflowY: "auto" } },
    onDropdownOpen: () => setOpened(true),
    onDropdownClose: () => setOpened(false),
  } as const;
}

export const LazySelect = <V extends string = string>(props: SelectProps<V>) => (
  <Select {...useLazyOptions()} {...props} />
);

export const LazyMultiSelect = (props: MultiSelectProps) => <MultiSelect {...useLazyOptions()} {...props} />;
