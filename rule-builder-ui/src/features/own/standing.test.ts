import type { Own, OwnProgram } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { bestFirst, codeStanding, standingOf } from "./standing.ts";

const NOW = Date.parse("2026-11-20T10:00:00Z");
const BEFORE = "2026-11-01T00:00:00Z";
const AFTER = "2026-12-01T00:00:00Z";

const partner: Own["partner"] = { id: "p-7", name: "Anna", status: "active", revenueShare: null };
const own = (more: Partial<Omit<OwnProgram, "program">> & { status?: string } = {}): OwnProgram => {
  const { status = "active", ...rest } = more;
  return {
    program: { id: "acme", name: "Acme", currency: "USD", timezone: "America/New_York", status },
    ...{ active: true, from: null, until: null, terms: "Standard", events: [], codes: [], links: [] },
    ...rest,
  };
};
const code = (text: string, more: Partial<OwnProgram["codes"][number]> = {}) => ({
  ...{ code: text, active: true, from: null, until: null },
  ...more,
});

describe("how things stand with a partner in a program", () => {
  it.each<[string, Own["partner"], OwnProgram, string]>([
    ["all is well", partner, own(), "Active"],
    ["within its dates", partner, own({ from: BEFORE, until: AFTER }), "Active"],
    ["the program is paused", partner, own({ status: "paused" }), "Paused"],
    ["the program has ended, whatever else", partner, own({ status: "ended", active: false }), "Ended"],
    ["the membership is not active", partner, own({ active: false }), "Not active"],
    ["the partner is not active", { ...partner, status: "inactive" }, own(), "Not active"],
    ["not begun", partner, own({ from: AFTER }), "Not begun"],
    ["over, from the very moment", partner, own({ until: "2026-11-20T10:00:00Z" }), "Over"],
  ])("%s", (_case, who, what, label) => expect(standingOf(who, what, NOW).label).toBe(label));

  it("names dates in the program's time zone", () => {
    expect(standingOf(partner, own({ from: AFTER }), NOW).hint).toBe("You are paid from Nov 30, 2026, 7:00 PM on.");
  });
});

describe("promo codes", () => {
  it.each([
    [code("A"), "Active"],
    [code("A", { active: false, until: AFTER }), "Not active"],
    [code("A", { from: AFTER }), "Not begun"],
    [code("A", { until: BEFORE }), "Over"],
  ])("%j: %s", (one, label) => expect(codeStanding(one, NOW).label).toBe(label));

  it("that count come before those that do not, else in the order they came", () => {
    const codes = [code("OFF", { active: false }), code("OLD", { until: BEFORE }), code("B"), code("A")];
    expect(bestFirst(codes, NOW).map((each) => each.code)).toEqual(["B", "A", "OLD", "OFF"]);
  });
});
