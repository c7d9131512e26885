import { foldText } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../testing/arbitraries.ts";
import { NAMELESS, Names } from "./names.ts";

/** Few letters, so that many texts are the same but for case, width or accents. */
const text = fc.string({ unit: fc.constantFrom(..."aAbBkKsSzZ0é\u0301eßẞ\u212AσςΣ"), maxLength: 4 });

describe("the numbers of named texts", () => {
  it(`are those of their folded forms, whatever the case and in whatever order they were named (seed ${SEED})`, () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), fc.array(text, { maxLength: 20 }), (named, asked) => {
        const names = new Names();
        const numbers = new Map<string, number>();
        for (const each of named) {
          const folded = foldText(each);
          if (!numbers.has(folded)) numbers.set(folded, numbers.size + 1);
          expect(names.add(each)).toBe(numbers.get(folded));
        }
        expect(names.size).toBe(numbers.size);
        for (const each of [...asked, ...named]) {
          const number = numbers.get(foldText(each)) ?? NAMELESS;
          if (number !== NAMELESS) found += 1;
          for (const twisted of [each, each.toUpperCase(), each.toLowerCase()])
            expect(names.numberOf(twisted)).toBe(number);
        }
      }),
      { numRuns: 1_000, seed: SEED },
    );
    expect(found).toBeGreaterThan(2_000);
  });

  it("are found among 20,000", () => {
    const names = new Names();
    const numbers = Array.from({ length: 20_000 }, (_, at) => at + 1);
    for (const at of numbers) names.add(`Partner-${at}`);
    expect(numbers.map((at) => names.numberOf(`PARTNER-${at}`))).toEqual(numbers);
    expect(names.numberOf("partner-20001")).toBe(NAMELESS);
  });
});
