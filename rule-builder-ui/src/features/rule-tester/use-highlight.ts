import type { Decision, MixedMatch, RuleMatch } from "@firstmatch/shared-types";
import { useEffect, useEffectEvent } from "react";
import { type Verdict, verdictsOf } from "./verdicts.ts";

/** Shows the answer in the ranked list: the winner on the draft and what became of each group, by id. */
export type OnHighlight = (match: RuleMatch | MixedMatch | null, verdicts: ReadonlyMap<string, Verdict>) => void;

/**
 * Reports an answer for as long as it stands.
 *
 * @param decision null when none stands; only an answer on the draft, of the event type on the screen, fits the list
 */
export function useHighlight(decision: Decision | null, onHighlight: OnHighlight) {
  const report = useEffectEvent(onHighlight);
  useEffect(() => {
    if (decision === null) return;
    report(decision.match, verdictsOf(decision.trace));
    return () => report(null, new Map());
  }, [decision]);
}
