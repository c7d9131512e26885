import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameJson } from "./same-json.ts";
import { SEED } from "./testing/arbitraries.ts";

/** Of few words, so that two values are often the same, or nearly. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(0, -0, 1, "", "0", "a", true, false, null),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "0", "1"), tie("value"), { maxKeys: 2 }),
  ),
}));

describe("the same JSON", () => {
  it(`is told as by comparing the texts (seed ${SEED})`, () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(sameJson(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(sameJson(one, structuredClone(one))).toBe(true);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it("has its fields in the same order", () => {
    expect(sameJson({ a: 1, b: 2 }, { a: 1, b: 2 })).toBe(true);
    expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  });
});
