import { FACT_SECTIONS, type FactDefinition, PAST_FACTS } from "@firstmatch/shared-types";
import { Select } from "@mantine/core";
import { EVENT_FACTS } from "./event-form.ts";
import styles from "./rule-tester.module.css";

export const ITEM_LINES = "items";
export const PARAMETER = "params";

const ADDABLE: readonly FactDefinition[] = [...EVENT_FACTS, ...PAST_FACTS];

interface Props {
  /** Keys of the facts that the form shows already. */
  shown: ReadonlySet<string>;
  /** A fact's key, ITEM_LINES or PARAMETER. */
  onAdd: (key: string) => void;
}

/** Everything of the catalogue that the form does not show yet, to search and add. */
export function MoreFacts({ shown, onAdd }: Props) {
  const choice = ({ key, label }: FactDefinition) => ({ value: key, label });
  const groups = FACT_SECTIONS.map((section) => ({
    group: section,
    items: ADDABLE.filter((fact) => fact.section === section && !shown.has(fact.key)).map(choice),
  }));
  const others = [
    ...(shown.has(ITEM_LINES) ? [] : [{ value: ITEM_LINES, label: "Item lines" }]),
    { value: PARAMETER, label: "A parameter of your own (params)" },
  ];
  return (
    <Select
      label="More facts"
      placeholder="Search and add"
      data={[...groups.filter(({ items }) => items.length > 0), { group: "Besides", items: others }]}
      value={null}
      onChange={(key) => key !== null && onAdd(key)}
      searchable
      withScrollArea={false}
      classNames={{ options: styles.options ?? "" }}
      nothingFoundMessage="No such fact; anything of your own is a parameter"
    />
  );
}
