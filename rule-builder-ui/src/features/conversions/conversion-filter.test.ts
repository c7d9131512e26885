import { describe, expect, it } from "vitest";
import {
  filterInAddress,
  isFiltered,
  isTurnedRound,
  NEWEST_FIRST,
  pressed,
  sortInAddress,
} from "./conversion-filter.ts";

const read = (address: string) => filterInAddress(new URLSearchParams(address));

describe("the filter of conversions, as it stands in the address", () => {
  it.each([
    ["", {}],
    ["from=2026-11-01&until=2026-11-30", { from: "2026-11-01", until: "2026-11-30" }],
    ["state=pending&partner=p-7&rule=from-200", { state: "pending", partner: "p-7", rule: "from-200" }],
    ["search=%20o-1%20&eventType=sale", { search: "o-1", eventType: "sale" }],
    ["from=yesterday&until=2026-02-30&state=lost&search=", {}],
    ["conversion=c-1&sort=sale&program=acme", {}],
  ])("%s", (address, filter) => {
    expect(read(address)).toEqual(filter);
  });

  it("is one only where something beside what the page is about is chosen", () => {
    expect(isFiltered({ partner: "p-7" }, { partner: "p-7" })).toBe(false);
    expect(isFiltered({ partner: "p-7" })).toBe(true);
    expect(isFiltered({ state: "paid", partner: "p-7" }, { partner: "p-7" })).toBe(true);
  });

  it("is turned round where its last day is before the first", () => {
    expect(isTurnedRound({ from: "2026-11-02", until: "2026-11-01" })).toBe(true);
    expect(isTurnedRound({ from: "2026-11-01", until: "2026-11-01" })).toBe(false);
    expect(isTurnedRound({ until: "2026-11-01" })).toBe(false);
  });
});

describe("the sorting of conversions", () => {
  it("is the newest first unless the address says otherwise", () => {
    expect(sortInAddress(new URLSearchParams())).toBe(NEWEST_FIRST);
    expect(sortInAddress(new URLSearchParams("sort=payout"))).toBe("payout");
    expect(sortInAddress(new URLSearchParams("sort=colour"))).toBe(NEWEST_FIRST);
  });

  it("begins with the largest when a column is pressed, and turns round when it is pressed again", () => {
    expect(pressed("sale", NEWEST_FIRST)).toBe("-sale");
    expect(pressed("sale", "-sale")).toBe("sale");
    expect(pressed("sale", "sale")).toBe("-sale");
  });
});
