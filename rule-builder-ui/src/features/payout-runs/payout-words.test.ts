import { describe, expect, it } from "vitest";
import { monthsBefore, paidInWords } from "./payout-words.ts";

describe("what a payout run pays, in words", () => {
  it.each([
    [{ payout: "30.00", currency: "USD", partners: 2, conversions: 3 }, "$30.00 to 2 partners, for 3 conversions"],
    [{ payout: "1000", currency: "JPY", partners: 1, conversions: 1 }, "¥1,000 to 1 partner, for 1 conversion"],
    [
      { payout: "5.00", currency: "USD", partners: 1_200, conversions: 0 },
      "$5.00 to 1,200 partners, for 0 conversions",
    ],
  ])("reads %o as %s", (run, words) => {
    expect(paidInWords(run)).toBe(words);
  });
});

describe("the months whose bonuses can be entered", () => {
  it.each([
    ["2026-11-20", ["2026-10", "2026-09", "2026-08"]],
    ["2026-03-31", ["2026-02", "2026-01", "2025-12"]],
    ["2027-01-01", ["2026-12", "2026-11", "2026-10"]],
  ])("are on %s the ones before", (today, months) => {
    expect(monthsBefore(today, 3)).toEqual(months);
  });
});
