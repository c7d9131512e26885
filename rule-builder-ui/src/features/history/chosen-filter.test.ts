import { describe, expect, it } from "vitest";
import { addressOfChosen, type Chosen, chosenInAddress, filterOf, isTurnedRound } from "./chosen-filter.ts";

const CHOSEN: Chosen = { thing: "terms", by: "ana", program: "acme", from: "2026-11-20", to: "2026-11-21" };

describe("the filter of the history", () => {
  it("comes back from the address as it went in", () => {
    expect(chosenInAddress(addressOfChosen(CHOSEN))).toEqual(CHOSEN);
  });

  it("passes over what an address cannot mean", () => {
    expect(chosenInAddress(new URLSearchParams("thing=user&from=yesterday&to=&by="))).toEqual({});
  });

  it("means whole days, both included, on the clocks of the time zone", () => {
    const days = { from: "2026-11-20", to: "2026-11-20" };
    expect(filterOf(days, {}, "America/New_York")).toMatchObject({
      from: "2026-11-20T00:00:00-05:00",
      until: "2026-11-21T00:00:00-05:00",
    });
  });

  it("has a day of 25 hours when the clocks go back", () => {
    const days = { from: "2026-11-01", to: "2026-11-01" };
    const { from = "", until = "" } = filterOf(days, {}, "America/New_York");
    expect(Date.parse(until) - Date.parse(from)).toBe(25 * 3_600_000);
  });

  it.each<[string, Chosen, object, "true" | undefined]>([
    ["of everything", {}, {}, "true"],
    ["of a program", {}, { program: "acme" }, "true"],
    ["of a partner, whom a bulk edit may have changed", {}, { partner: "p-7" }, undefined],
    ["of members, which a bulk edit may have changed", { thing: "member" }, {}, undefined],
  ])("shows bulk edits folded, or all that they did, in a list %s", (_what, chosen, about, folded) => {
    expect(filterOf(chosen, about, "UTC").folded).toBe(folded);
  });

  it("never leaves what the page is about", () => {
    expect(filterOf({ program: "other" }, { program: "acme" }, "UTC").program).toBe("acme");
  });

  it("knows days that are turned round", () => {
    expect([isTurnedRound({ from: "2026-11-21", to: "2026-11-20" }), isTurnedRound(CHOSEN)]).toEqual([true, false]);
  });
});
