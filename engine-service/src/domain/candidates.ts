import type { CandidateTrace, ConditionTrace, NodeTrace } from "@firstmatch/shared-types";
import type { Scope, View } from "./facts.ts";
import type { Rule } from "./rule.ts";

/** Whether a rule is asked at all, or passed over. */
export type IsAsked = (rule: Rule) => boolean;

/** The first candidate that is not passed over and matches: the plain way, one after the other. */
export const firstMatch = (candidates: readonly Rule[], scope: Scope, isAsked: IsAsked): Rule | undefined =>
  candidates.find((rule) => isAsked(rule) && matches(rule, scope));

/** One item must satisfy all of a rule's conditions together, where it asks about items. */
const matches = (rule: Rule, { whole, items }: Scope): boolean =>
  rule.looksAtItems ? items.some((view) => rule.conditions.matches(view.facts)) : rule.conditions.matches(whole.facts);

/** What became of every candidate. Those below the winner were not asked; without a winner, all were. */
export function traceOf(
  candidates: readonly Rule[],
  scope: Scope,
  winner: Rule | undefined,
  isAsked: IsAsked,
): CandidateTrace[] {
  const won = winner === undefined ? candidates.length : candidates.indexOf(winner);
  return candidates.map((rule, index) => {
    if (!isAsked(rule)) return { ...rule.match, result: "disabled", item: null, conditions: [] };
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
