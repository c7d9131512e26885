import { type CandidateTrace, type Decision, REASONS, type Reason, type RuleMatch } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionText } from "./decision-text.ts";

const SEED = 20261121;
const RUNS = 5_000;

/** Few enough that decisions often have all but one thing in common. */
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("acme", "p-7", "10.00") },
  fc.constantFrom("", "\0", "\\u0000", '"', "\\", "\n", "\x7f", "é", "\ud800", "😀", '","match":"\0"', "__proto__"),
  fc.string({ unit: "binary" }),
);
const textOrNull = fc.option(text);
const number = fc.constantFrom(1, 2, 700);
const status = fc.constantFrom("payable" as const, "kpi" as const, "rejected" as const);
const visibility = fc.constantFrom("public" as const, "private" as const);
const rule: fc.Arbitrary<RuleMatch> = fc.record({
  kind: fc.constantFrom("personal", "group", "default"),
  ...{ id: textOrNull, name: textOrNull, rank: fc.option(number) },
});
const amounts = { payout: text, platformFee: text, advertiserCost: text };
const line = fc.record({
  ...{ item: fc.option(number), match: rule, goal: textOrNull, status, visibility, base: textOrNull, ...amounts },
});

const candidate = fc.record({
  ...{ kind: fc.constant("group" as const), id: text, name: text, rank: number, item: fc.constant(null) },
  ...{ result: fc.constant("matched" as const), conditions: fc.constant<CandidateTrace["conditions"]>([]) },
});
const calculation = fc.record({ item: fc.option(number), goal: textOrNull, steps: fc.array(text) });

/** In the order of decide(). The compiler asks for every field, so that a new one is written too. */
const FIELDS: { [field in keyof Required<Decision>]: fc.Arbitrary<Decision[field]> } = {
  program: textOrNull,
  terms: fc.record({ id: textOrNull, version: fc.option(number) }),
  ...{ eventType: text, partnerId: textOrNull },
  partnerFrom: fc.constantFrom(null, "event", "click", "coupon-code", "promo-code", "lifetime"),
  notes: often(undefined, fc.array(text)),
  occurredAt: text,
  level: fc.constantFrom("order", "item"),
  status,
  reason: fc.constantFrom(null, ...(Object.keys(REASONS) as Reason[])),
  match: fc.oneof({ weight: 9, arbitrary: rule }, fc.constant({ kind: "mixed" as const })),
  ...{ currency: text, ...amounts, visibility },
  lines: often([], fc.array(line)),
  trace: often(undefined, fc.array(candidate)),
  calculation: often(undefined, fc.array(calculation)),
};

function often<T, U>(usual: T, arbitrary: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 9, arbitrary: fc.constant(usual) }, arbitrary);
}

const decision = fc.record(FIELDS) as fc.Arbitrary<Decision>;
const change = fc.constantFrom(...(Object.keys(FIELDS) as (keyof Decision)[]));

describe("the JSON of a decision", () => {
  it(`is what JSON.stringify writes, also after others that differ in one field (seed ${SEED}, ${RUNS} runs)`, () => {
    fc.assert(
      fc.property(decision, fc.array(fc.tuple(change, decision), { maxLength: 4 }), (first, changes) => {
        let shown = first;
        expect(decisionText(shown)).toBe(JSON.stringify(shown));
        for (const [field, from] of changes) {
          shown = { ...shown, [field]: from[field] };
          expect(decisionText(shown)).toBe(JSON.stringify(shown));
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
