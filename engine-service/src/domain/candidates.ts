import type { CandidateTrace, ConditionTrace, NodeTrace } from "@firstmatch/shared-types";
import type { Rule } from "./compile-terms.ts";
import type { Scope, View } from "./facts.ts";

/** The first candidate that is not passed over and matches; the default payout, last, always does. */
export function firstMatch(candidates: readonly Rule[], scope: Scope): Rule {
  const won = candidates.find((rule) => !rule.disabled && matches(rule, scope));
  if (won === undefined) throw new Error("no candidate matched, not even the default payout");
  return won;
}

/** One item must satisfy all of a rule's conditions together, where it asks about items. */
const matches = (rule: Rule, { whole, items }: Scope): boolean =>
  rule.looksAtItems ? items.some((view) => rule.conditions.matches(view.facts)) : rule.conditions.matches(whole.facts);

/** What became of every candidate. Those below the winner were not asked. */
export function traceOf(candidates: readonly Rule[], scope: Scope, winner: Rule): CandidateTrace[] {
  const won = candidates.indexOf(winner);
  return candidates.map((rule, index) => {
    if (rule.disabled) return { ...rule.match, result: "disabled", item: null, conditions: [] };
    if (index > won) return { ...rule.match, result: "not-reached", item: null, conditions: [] };
    return { ...rule.match, result: index === won ? "matched" : "not-matched", ...closest(rule, scope) };
  });
}

/** Why a rule about items misses an order that carries none, where its conditions would all hold. */
const NO_ITEMS: ConditionTrace = {
  fact: "items",
  operator: "isNotEmpty",
  expected: true,
  actual: null,
  missing: true,
  result: false,
};

/** The view that matched, or the one that came nearest: where several items missed, it tells the most. */
function closest(rule: Rule, { whole, items }: Scope): { item: number | null; conditions: NodeTrace[] } {
  const traced = ({ item, facts }: View) => ({ item, conditions: rule.conditions.trace(facts) });
  if (!rule.looksAtItems) return { ...traced(whole), item: null };
  const [first, ...others] = items.map(traced);
  if (first === undefined) {
    const { conditions } = traced(whole);
    return { item: null, conditions: conditions.every((node) => node.result) ? [NO_ITEMS, ...conditions] : conditions };
  }
  const missed = ({ conditions }: { conditions: NodeTrace[] }) => conditions.filter((node) => !node.result).length;
  return others.reduce((best, trace) => (missed(trace) < missed(best) ? trace : best), first);
}
