import { describe, expect, it } from "vitest";
import { Timeline } from "./timeline.ts";

const at = (day: number) => Date.parse(`2026-12-${String(day).padStart(2, "0")}T00:00:00Z`);

/** Versions in the order of their numbers, each with the day from which it is in force. */
const timelineOf = (...days: number[]) => {
  const timeline = new Timeline<{ version: number; inForceFrom: string }>();
  days.forEach((day, index) => {
    timeline.add({ version: index + 1, inForceFrom: new Date(at(day)).toISOString() });
  });
  return timeline;
};

describe("the version in force (contract 5)", () => {
  it.each([
    ["the first also covers all time before it", [5], 1, 1],
    ["from its very moment", [5, 10], 10, 2],
    ["not a moment sooner", [5, 10], 9, 1],
    ["the last to come into force holds", [5, 10, 15], 20, 3],
    ["of two at the same moment, the newer", [5, 10, 10], 12, 3],
    ["one named for later waits", [5, 20, 10], 12, 3],
    ["and takes over at its moment from one published after it", [5, 20, 10], 21, 2],
    ["a first version named for later covers the time before, too", [20, 10], 5, 1],
    ["until another one comes into force before it", [20, 10], 12, 2],
  ])("%s", (_law, days, day, version) => {
    expect(timelineOf(...days).at(at(day))?.version).toBe(version);
  });

  it("is none before anything was published", () => {
    expect(timelineOf().at(at(1))).toBeUndefined();
  });

  it("takes a version that it has already as it was", () => {
    const timeline = timelineOf(5, 10);
    timeline.add({ version: 2, inForceFrom: new Date(at(1)).toISOString() });
    expect([timeline.size, timeline.at(at(7))?.version]).toEqual([2, 1]);
  });

  it("knows which versions decide from now on: the one in force, and those named for later", () => {
    const deciding = timelineOf(5, 10, 20, 15).fromNowOn(at(12));
    expect(deciding.map(({ version }) => version)).toEqual([2, 4, 3]);
  });
});
