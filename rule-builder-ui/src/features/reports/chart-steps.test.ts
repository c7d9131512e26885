import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartSteps } from "./chart-steps.ts";
import { daysOf, figures } from "./report.sample.ts";
import { sumOf } from "./sum-of.ts";

const SEED = 20261121;
const nothing = figures(0, "0.00", "0.00");
const some = (count: number) => Array.from({ length: count }, () => figures(1, "10.00", "1.00"));

describe("what stands above the axis of a chart", () => {
  it("is every day of a quarter", () => {
    const steps = chartSteps(daysOf(figures(3, "100.00", "10.00"), nothing), "USD");
    expect(steps).toEqual([
      {
        ...{ key: "2026-11-01", isMonth: false, short: "Nov 1", title: "Sun, Nov 1, 2026" },
        ...{ conversions: 3, sales: "100.00", payout: "10.00" },
      },
      {
        ...{ key: "2026-11-02", isMonth: false, short: "Nov 2", title: "Mon, Nov 2, 2026" },
        ...{ conversions: 0, sales: "0.00", payout: "0.00" },
      },
    ]);
    expect(chartSteps(daysOf(...some(92)), "USD")).toHaveLength(92);
  });

  it("is every month of a longer period, and says of which days it is not a whole one", () => {
    const steps = chartSteps(daysOf(...some(93)), "USD");
    expect(steps.map(({ short, title, conversions, sales }) => [short, title, conversions, sales])).toEqual([
      ["Nov 26", "November 2026", 30, "300.00"],
      ["Dec 26", "December 2026", 31, "310.00"],
      ["Jan 27", "January 2027", 31, "310.00"],
      ["Feb 27", "Feb 1, 2027", 1, "10.00"],
    ]);
  });

  it(`adds up to what the days add up to, to the last cent (seed ${SEED})`, () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => (amount / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 400 }), (amounts) => {
        const days = daysOf(...amounts.map(([sales, payout]) => figures(1, sales, payout)));
        const steps = chartSteps(days, "USD");
        const sums = (each: readonly { sales: string; payout: string; conversions: number }[]) => [
          sumOf(
            each.map(({ sales }) => sales),
            "USD",
          ),
          sumOf(
            each.map(({ payout }) => payout),
            "USD",
          ),
          each.reduce((sum, { conversions }) => sum + conversions, 0),
        ];
        expect(sums(steps)).toEqual(sums(days));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
