import { Decimal } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { exactNumber } from "./exact-number.ts";

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 1, maxLength: 9 });
const decimal = fc
  .tuple(digits, fc.option(digits))
  .map(([whole, part]) => (part === null ? whole : `${whole}.${part}`));

describe("decimals as doubles", () => {
  it(`are the doubles that the language reads, and order as the decimals do (seed ${SEED})`, () => {
    fc.assert(
      fc.property(decimal, decimal, (one, other) => {
        const [first, second] = [exactNumber(one), exactNumber(other)];
        expect(first).toBe(one.length <= 15 ? Number(one) : undefined);
        if (first === undefined || second === undefined) return;
        expect(Math.sign(first - second)).toBe(new Decimal(one).comparedTo(new Decimal(other)));
      }),
      { numRuns: 20_000, seed: SEED },
    );
  });

  it.each(["", ".", "1.", ".5", "1.2.3", "1e3", " 1", "1 ", "-1", "+1", "1,5", "٣", "0x1", "NaN", 5, null, undefined])(
    "are not made of %j",
    (sent) => {
      expect(exactNumber(sent)).toBeUndefined();
    },
  );
});
