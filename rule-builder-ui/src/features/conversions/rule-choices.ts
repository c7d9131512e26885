import type { Report } from "@firstmatch/shared-types";

/** Stands in `rule` for default payouts. */
export const DEFAULT_PAYOUT = "default";

export interface Choice {
  value: string;
  label: string;
}

/**
 * The rules that a list can be filtered by: the default payouts, then those that decided something or are in force, by
 * name; those of one name with their terms and event types.
 */
export function ruleChoices(report: Pick<Report, "rules" | "neverFired"> | undefined): Choice[] {
  const rules = new Map<string, { name: string; places: Set<string> }>();
  for (const { id, name, terms, eventType } of [...(report?.rules ?? []), ...(report?.neverFired ?? [])]) {
    if (id === null) continue;
    const rule = rules.get(id) ?? { name: name ?? id, places: new Set() };
    rules.set(id, { ...rule, places: rule.places.add(`${terms}, ${eventType}`) });
  }
  const names = [...rules.values()].map(({ name }) => name);
  const isOnly = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
  const choices = [...rules].map(([value, { name, places }]) => ({
    value,
    label: isOnly(name) ? name : `${name} (${[...places].join("; ")})`,
  }));
  return [
    { value: DEFAULT_PAYOUT, label: "Default payout" },
    ...choices.toSorted((one, other) => one.label.localeCompare(other.label, "en")),
  ];
}

/** The same with the chosen one among them, whatever it is. */
export const withChosen = (choices: Choice[], chosen: string | undefined): Choice[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }];
