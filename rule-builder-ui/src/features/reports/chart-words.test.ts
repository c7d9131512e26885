import { describe, expect, it } from "vitest";
import { chartSteps } from "./chart-steps.ts";
import { axisValue, chartInWords } from "./chart-words.ts";
import { daysOf, figures } from "./report.sample.ts";

const steps = chartSteps(
  daysOf(figures(3, "100.00", "10.00"), figures(1, "1200.50", "9.00"), figures(0, "0.00", "0.00")),
  "USD",
);

describe("a chart in a sentence", () => {
  it.each([
    ["money", "Most on Mon, Nov 2, 2026: $1,200.50 sales and $9.00 payout. 1 day without conversions."],
    ["payout", "Most on Sun, Nov 1, 2026: $10.00 payout. 1 day without conversions."],
    ["conversions", "Most on Sun, Nov 1, 2026: 3 conversions. 1 day without conversions."],
  ] as const)("names the highest bar: %s", (measure, sentence) =>
    expect(chartInWords(steps, measure, "USD")).toBe(sentence),
  );

  it("speaks of months where the bars are months", () => {
    const months = chartSteps(daysOf(...Array.from({ length: 93 }, () => figures(1, "10.00", "1.00"))), "USD");
    expect(chartInWords(months, "conversions", "USD")).toBe("Most in December 2026: 31 conversions.");
  });

  it("says when there are no bars", () => {
    const quiet = chartSteps(daysOf(figures(0, "0.00", "0.00")), "USD");
    expect(chartInWords(quiet, "money", "USD")).toBe("No sales in these days.");
  });
});

describe("the numbers of an axis", () => {
  it.each([
    [0, "sales", "USD", "$0"],
    [2.5, "sales", "USD", "$2.5"],
    [500, "sales", "USD", "$500"],
    [2_500, "sales", "USD", "$2.5K"],
    [4_000_000, "payout", "EUR", "€4M"],
    [15_000, "payout", "JPY", "¥15K"],
    [20, "conversions", "USD", "20"],
    [12_500, "conversions", "USD", "12.5K"],
  ] as const)("%s %s in %s reads %s", (value, key, currency, words) =>
    expect(axisValue(value, key, currency)).toBe(words),
  );
});
