import { describe, expect, it } from "vitest";
import { spansOf, standingOf } from "./in-force.ts";

const at = (version: number, day: string) => ({ version, inForceFrom: `2026-11-${day}T00:00:00Z` });
const noon = (day: string) => Date.parse(`2026-11-${day}T12:00:00Z`);

describe("the versions along time", () => {
  it("lets each be in force until the next one is", () => {
    const spans = spansOf([at(2, "10"), at(1, "01")]);
    expect([spans.get(1), spans.get(2)]).toEqual([
      { from: null, until: "2026-11-10T00:00:00Z" },
      { from: "2026-11-10T00:00:00Z", until: null },
    ]);
  });

  it("lets a version that was named for later take over from one that was published after it", () => {
    const spans = spansOf([at(3, "05"), at(2, "20"), at(1, "01")]);
    expect([spans.get(3)?.until, spans.get(2)?.from]).toEqual(["2026-11-20T00:00:00Z", "2026-11-20T00:00:00Z"]);
  });

  it("lets the first one decide before its own moment, too, since nothing else could", () => {
    const only = spansOf([at(1, "20")]).get(1);
    expect(only && standingOf(only, noon("05"))).toBe("in-force");
  });

  it("leaves out the older of two that came at once, since it never decides", () => {
    expect([...spansOf([at(1, "01"), at(2, "05"), at(3, "05")]).keys()]).toEqual([1, 3]);
  });

  it.each([
    ["later", "09"],
    ["in-force", "10"],
    ["past", "20"],
  ])("says %s on the %s", (standing, day) => {
    const spans = spansOf([at(1, "01"), at(2, "10"), at(3, "20")]);
    const span = spans.get(2);
    expect(span && standingOf(span, noon(day))).toBe(standing);
  });
});
