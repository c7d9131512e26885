import type { Cap, CapUse } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { meterOf } from "./cap-words.ts";

const UNTIL = "2026-11-23T05:00:00.000Z";

const use = (
  measure: Cap["measure"],
  per: Cap["per"],
  limit: string,
  used: string,
  more: Partial<Cap> = {},
): CapUse => ({
  cap: { measure, per, limit, beyond: "reject", ...more },
  used,
  from: null,
  until: per === "total" ? null : UNTIL,
});
const meter = (use: CapUse) => meterOf(use, "USD", "America/New_York");

describe("a cap on the dashboard", () => {
  it.each([
    ["nothing used", "0", 0, "some-left"],
    ["a part", "79", 79, "some-left"],
    ["nearly all", "80", 80, "nearly-used-up"],
    ["all but one", "99", 99, "nearly-used-up"],
    ["all", "100", 100, "used-up"],
    ["more, since it was lowered", "250", 100, "used-up"],
  ])("%s: %s of 100 is %d %%, %s", (_what, used, percent, fill) => {
    expect(meter(use("conversions", "day", "100", used))).toMatchObject({ percent, fill });
  });

  it("is never full by rounding", () => {
    expect(meter(use("revenue", "total", "1000000.00", "999999.99"))).toMatchObject({
      percent: 99,
      fill: "nearly-used-up",
    });
  });

  it("of nothing at all is used up from the beginning", () => {
    expect(meter(use("conversions", "total", "0", "0"))).toMatchObject({ percent: 100, fill: "used-up" });
  });

  it.each<[use: CapUse, told: string[]]>([
    [
      use("conversions", "day", "1000", "10"),
      ["Conversions a day", "10 of 1,000", "1 % used", "Today, resets at 12:00 AM"],
    ],
    [
      use("revenue", "week", "500", "450.5", { beyond: "pay-rest" }),
      [
        "Advertiser cost a week",
        "$450.50 of $500.00",
        "Nearly used up: 90 % used; the last conversion gets what is left",
        "This week, resets on Nov 23, 2026, 12:00 AM",
      ],
    ],
    [
      use("revenue", "total", "5", "5"),
      ["Advertiser cost in all", "$5.00 of $5.00", "Used up: what comes now is rejected", "Of all time"],
    ],
  ])("says what, how much, what that means and until when: %j", (use, told) => {
    const { title, amounts, meaning, period } = meter(use);
    expect([title, amounts, meaning, period]).toEqual(told);
  });
});
