import type { CandidateTrace, NodeTrace } from "@firstmatch/shared-types";
import type { Rule } from "./compile-terms.ts";
import type { View } from "./facts.ts";

/** The first candidate that is not passed over and matches one of the views; the default payout, last, always does. */
export function firstMatch(candidates: readonly Rule[], views: readonly View[]): Rule {
  const won = candidates.find((rule) => !rule.disabled && matchesAny(rule, views));
  if (won === undefined) throw new Error("no candidate matched, not even the default payout");
  return won;
}

/** At order level one item must satisfy all of a rule's conditions together; without item facts all views look alike. */
const matchesAny = (rule: Rule, views: readonly View[]): boolean =>
  (rule.looksAtItems ? views : views.slice(0, 1)).some((view) => rule.conditions.matches(view.facts));

/** What became of every candidate. Those below the winner were not asked. */
export function traceOf(candidates: readonly Rule[], views: readonly View[], winner: Rule): CandidateTrace[] {
  const won = candidates.indexOf(winner);
  return candidates.map((rule, index) => {
    if (rule.disabled) return { ...rule.match, result: "disabled", item: null, conditions: [] };
    if (index > won) return { ...rule.match, result: "not-reached", item: null, conditions: [] };
    return { ...rule.match, result: index === won ? "matched" : "not-matched", ...closest(rule, views) };
  });
}

/** The view that matched, or the one that came nearest: where several items missed, it tells the most. */
function closest(rule: Rule, views: readonly View[]): { item: number | null; conditions: NodeTrace[] } {
  const traces = (rule.looksAtItems ? views : views.slice(0, 1)).map((view) => {
    const conditions = rule.conditions.trace(view.facts);
    return {
      item: rule.looksAtItems ? view.item : null,
      conditions,
      missed: conditions.filter((node) => !node.result).length,
    };
  });
  const [first, ...others] = traces;
  if (first === undefined) throw new Error("an event has at least one view");
  const { item, conditions } = others.reduce((best, trace) => (trace.missed < best.missed ? trace : best), first);
  return { item, conditions };
}
