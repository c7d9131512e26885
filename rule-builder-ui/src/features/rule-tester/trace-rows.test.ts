import type { CandidateTrace } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { defaultTrace, mixedDecision, payableDecision } from "./rule-tester.samples.ts";
import { byItemLine, isShownAtFirst, traceRows } from "./trace-rows.ts";

describe("the rows of a trace", () => {
  it("are one list for an order, and one for each item line at item level", () => {
    expect(byItemLine(traceRows(payableDecision.trace ?? [])).map((list) => list.length)).toEqual([3]);
    expect(byItemLine(traceRows(mixedDecision.trace ?? [])).map((list) => list.length)).toEqual([2, 2]);
  });

  it("of a long trace are shown in part, with the winner always among them", () => {
    const missed: CandidateTrace = defaultTrace({ kind: "group", result: "not-matched" });
    const rows = traceRows([...Array.from({ length: 1_000 }, () => missed), defaultTrace({ result: "matched" })]);
    const shown = rows.filter(isShownAtFirst);
    expect(shown.length).toBeLessThan(100);
    expect(shown.at(-1)?.candidate.result).toBe("matched");
  });
});
