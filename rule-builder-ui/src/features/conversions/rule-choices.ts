import type { Report } from "@firstmatch/shared-types";

/** Stands in `rule` for default payouts. */
export const DEFAULT_PAYOUT = "default";

export interface Choice {
  value: string;
  label: string;
}

/** The rules that a list can be filtered by: the default payouts, then those that decided something or are in force, by name. */
export function ruleChoices(report: Pick<Report, "rules" | "neverFired"> | undefined): Choice[] {
  const named = [...(report?.rules ?? []), ...(report?.neverFired ?? [])];
  const byId = new Map<string, string>();
  for (const { id, name } of named) if (id !== null && !byId.has(id)) byId.set(id, name ?? id);
  return [
    { value: DEFAULT_PAYOUT, label: "Default payout" },
    ...[...byId]
      .map(([value, label]) => ({ value, label }))
      .toSorted((one, other) => one.label.localeCompare(other.label, "en")),
  ];
}

/** The same with the chosen one among them, whatever it is. */
export const withChosen = (choices: Choice[], chosen: string | undefined): Choice[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }];
