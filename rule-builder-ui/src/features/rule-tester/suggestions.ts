import { leavesOf, type OperatorName, type PersonalPayout, type TermsEvent } from "@firstmatch/shared-types";

/** Values that the rules mention, by fact key, each once, in the order of the rules. */
export type Suggestions = ReadonlyMap<string, readonly string[]>;

/** A pattern or a part of a value is nothing that an event would carry. */
const MENTIONS_PARTS: readonly OperatorName[] = [
  "contains",
  "doesNotContain",
  "startsWith",
  "endsWith",
  "matchesWildcard",
  "doesNotMatchWildcard",
];

const MOST = 100;

export function suggestionsFrom(event: TermsEvent | undefined, personal: readonly PersonalPayout[]): Suggestions {
  const found = new Map<string, Set<string>>();
  const add = (key: string, values: readonly string[]) => {
    const known = found.get(key) ?? new Set();
    for (const value of values) if (value.trim() !== "" && known.size < MOST) known.add(value);
    found.set(key, known);
  };
  const personalPayouts = [...personal, ...(event?.personal ?? [])];
  for (const payout of personalPayouts) {
    add("partnerId", payout.partners);
    if (payout.couponCode !== undefined) add("promoCode", [payout.couponCode]);
  }
  const rules = [...personalPayouts, ...(event?.groups ?? [])];
  for (const leaf of rules.flatMap((rule) => leavesOf(rule.conditions))) {
    if (leaf.value !== true && !MENTIONS_PARTS.includes(leaf.operator)) add(leaf.fact, [leaf.value].flat());
  }
  const payouts = [event?.default.payout, ...rules.map((rule) => rule.event.params.payout)];
  for (const goal of payouts.flatMap((payout) => payout?.goals ?? [])) {
    add(goal.by === "category" ? "itemCategory" : "itemSku", goal.values);
  }
  return new Map([...found].map(([key, values]) => [key, [...values]]));
}
