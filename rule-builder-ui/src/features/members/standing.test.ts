import { describe, expect, it } from "vitest";
import { standingOf } from "./standing.ts";

const NOW = Date.parse("2026-12-01T00:00:00Z");
const EARLIER = "2026-11-01T00:00:00Z";
const LATER = "2027-01-01T00:00:00Z";
const member = { partner: { status: "active" as const }, active: true, from: null, until: null };

describe("whether a member is paid", () => {
  it.each([
    ["without dates", {}, "active"],
    ["within its dates", { from: EARLIER, until: LATER }, "active"],
    ["from this very moment on", { from: "2026-12-01T00:00:00Z" }, "active"],
    ["before its dates", { from: LATER }, "later"],
    ["after its dates", { until: EARLIER }, "over"],
    ["until this very moment", { until: "2026-12-01T00:00:00Z" }, "over"],
    ["deactivated, whatever its dates", { active: false, until: EARLIER }, "inactive"],
    ["of an inactive partner, whatever else", { active: false, partner: { status: "inactive" } }, "partner-inactive"],
  ] as const)("%s", (_, change, standing) => expect(standingOf({ ...member, ...change }, NOW)).toBe(standing));
});
