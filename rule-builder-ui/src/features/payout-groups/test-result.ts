import type { Verdict } from "./VerdictTag.tsx";

/** What the rule tester found out about the rules of the list. */
export interface TestResult {
  winner: { kind: "personal" | "group" | "default"; id: string | null } | null;
  /** What became of each payout group, by id. */
  verdicts: ReadonlyMap<string, Verdict>;
}

export const NO_TEST: TestResult = { winner: null, verdicts: new Map() };
