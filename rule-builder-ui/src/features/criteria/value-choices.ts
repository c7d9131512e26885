import { CURRENCIES, type FactDefinition } from "@firstmatch/shared-types";
import { COUNTRIES } from "./countries.ts";

interface Choice {
  value: string;
  label: string;
}

const currencyNames = new Intl.DisplayNames("en", { type: "currency" });
const currencies: Choice[] = CURRENCIES.map((code) => ({
  value: code,
  label: `${code} ${currencyNames.of(code) ?? ""}`.trim(),
}));

/** "14 (2 pm)": hours count from 0, which a manager should not have to work out. */
export const HOURS: Choice[] = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${hour} (${hour % 12 || 12} ${hour < 12 ? "am" : "pm"})`,
}));

/** The values that a fact is chosen from instead of typed; only where whole values are compared. */
export function valueChoices(fact: FactDefinition | undefined, operator: string): Choice[] | undefined {
  if (fact === undefined || (operator !== "isAnyOf" && operator !== "isNoneOf")) return undefined;
  if (fact.input === "country") return COUNTRIES;
  if (fact.input === "currency") return currencies;
  return fact.choices?.map((choice) => ({ value: choice, label: choice }));
}

/** The choices, and whatever a document already holds beside them. */
export const withChosen = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => {
  const known = new Set(choices.map(({ value }) => value));
  return [...choices, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: value }))];
};
