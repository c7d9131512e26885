import type { CandidateTrace, Decision } from "@firstmatch/shared-types";

export type Verdict = CandidateTrace["result"];

/** What is told of a group that fared differently on several item lines: the first of these that happened. */
const ORDER: readonly Verdict[] = ["matched", "not-matched", "not-reached", "disabled"];

/** What became of every payout group, by its id, for the ranked list to show. */
export function verdictsOf(trace: Decision["trace"] = []): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { kind, id, result } of trace) {
    if (kind !== "group" || id === null) continue;
    const before = verdicts.get(id);
    if (before === undefined || ORDER.indexOf(result) < ORDER.indexOf(before)) verdicts.set(id, result);
  }
  return verdicts;
}
