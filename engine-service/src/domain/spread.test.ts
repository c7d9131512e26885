import { Decimal } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { spread } from "./spread.ts";

const decimals = (texts: string[]) => texts.map((text) => new Decimal(text));
const amount = fc
  .tuple(fc.nat({ max: 1_000_000_000 }), fc.nat({ max: 5 }))
  .map(([units, places]) => new Decimal(units).div(new Decimal(10).pow(places)));

describe("spread (contract 4: largest remainder first, earlier line first)", () => {
  it.each([
    {
      label: "1.00 over three equal lines → 34 ¢, 33 ¢, 33 ¢",
      amount: "1.00",
      weights: ["10", "10", "10"],
      digits: 2,
      parts: ["0.34", "0.33", "0.33"],
    },
    { label: "0.05 over 1 : 2 → 2 ¢, 3 ¢", amount: "0.05", weights: ["1", "2"], digits: 2, parts: ["0.02", "0.03"] },
    {
      label: "10 yen over 1 : 1 : 1 → 4, 3, 3",
      amount: "10",
      weights: ["1", "1", "1"],
      digits: 0,
      parts: ["4", "3", "3"],
    },
    {
      label: "nothing weighs anything → as equal as can be",
      amount: "0.03",
      weights: ["0", "0"],
      digits: 2,
      parts: ["0.02", "0.01"],
    },
    {
      label: "more digits than the minor unit are kept",
      amount: "0.001",
      weights: ["1", "1"],
      digits: 2,
      parts: ["0.001", "0"],
    },
  ])("$label", ({ amount: whole, weights, digits, parts }) => {
    expect(spread(new Decimal(whole), decimals(weights), digits).map((part) => part.toFixed())).toEqual(
      decimals(parts).map((part) => part.toFixed()),
    );
  });

  it(`loses nothing and misses the exact part by less than one unit, for 10,000 random orders (seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        amount,
        fc.array(amount, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(0, 2, 3),
        (whole, weights, digits) => {
          const parts = spread(whole, weights, digits);
          expect(Decimal.sum(...parts).equals(whole)).toBe(true);
          const sum = Decimal.sum(...weights);
          if (sum.isZero()) return;
          const unit = new Decimal(10).pow(-Math.max(digits, whole.decimalPlaces()));
          parts.forEach((part, index) => {
            const exact = whole.times(weights[index] as Decimal).dividedBy(sum);
            expect(part.minus(exact).abs().lessThan(unit)).toBe(true);
          });
        },
      ),
      { numRuns: 10_000, seed: SEED },
    );
  });
});
