import { describe, expect, it } from "vitest";
import { addressOfPeriod, daysOf, PERIODS, type Period, periodInAddress } from "./period.ts";

const other = (from: string, until: string): Period => ({ choice: "other", from, until });
const named = (choice: Period["choice"]): Period => ({ choice, from: "", until: "" });

describe("the days of a report", () => {
  it.each([
    ["this month ends today", named("this-month"), "2026-11-21", { from: "2026-11-01", until: "2026-11-21" }],
    ["this month on its first day", named("this-month"), "2026-11-01", { from: "2026-11-01", until: "2026-11-01" }],
    ["last month is whole", named("last-month"), "2026-11-21", { from: "2026-10-01", until: "2026-10-31" }],
    ["last month over the year", named("last-month"), "2027-01-31", { from: "2026-12-01", until: "2026-12-31" }],
    ["last month, a leap February", named("last-month"), "2028-03-31", { from: "2028-02-01", until: "2028-02-29" }],
    ["30 days with today", named("last-30-days"), "2026-11-21", { from: "2026-10-23", until: "2026-11-21" }],
    ["30 days over March", named("last-30-days"), "2026-03-01", { from: "2026-01-31", until: "2026-03-01" }],
    ["other days", other("2026-01-05", "2026-02-05"), "2026-11-21", { from: "2026-01-05", until: "2026-02-05" }],
    ["one other day", other("2026-01-05", "2026-01-05"), "2026-11-21", { from: "2026-01-05", until: "2026-01-05" }],
    ["other days, none typed", other("", ""), "2026-11-21", { missing: "Choose the first day." }],
    ["other days, no first", other("", "2026-01-05"), "2026-11-21", { missing: "Choose the first day." }],
    ["other days, no last", other("2026-01-05", ""), "2026-11-21", { missing: "Choose the last day." }],
    [
      "other days turned round",
      other("2026-02-05", "2026-01-05"),
      "2026-11-21",
      { missing: "The last day is before the first one." },
    ],
  ])("%s", (_case, period, today, days) => expect(daysOf(period, today)).toEqual(days));
});

describe("a period in the address", () => {
  const backFrom = (period: Period) => {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(addressOfPeriod(period))) if (value) parameters.set(key, value);
    return periodInAddress(parameters);
  };

  it.each(PERIODS)("comes back as it was chosen: $label", ({ value }) =>
    expect(backFrom(named(value))).toEqual(named(value)),
  );
  it("keeps other days, also while only one of them is there", () => {
    expect(backFrom(other("2026-01-05", "2026-02-05"))).toEqual(other("2026-01-05", "2026-02-05"));
    expect(backFrom(other("", "2026-02-05"))).toEqual(other("", "2026-02-05"));
  });
  it("is this month in an address that says nothing of it", () =>
    expect(periodInAddress(new URLSearchParams("sort=sales"))).toEqual(named("this-month")));
  it("means other days where days stand without a choice, as somebody types it", () =>
    expect(periodInAddress(new URLSearchParams("from=2026-01-05&until=2026-02-05"))).toEqual(
      other("2026-01-05", "2026-02-05"),
    ));
  it.each(["period=never", "from=tomorrow", "from=2026-02-30"])("takes %s for nothing", (search) =>
    expect(periodInAddress(new URLSearchParams(search))).toEqual(named("this-month")),
  );
});
