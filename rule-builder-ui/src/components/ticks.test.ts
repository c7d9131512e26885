import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { ticksUpTo } from "./ticks.ts";

describe("the lines of a chart", () => {
  it.each([
    [0, false, [0, 0.25]],
    [0, true, [0, 1]],
    [1, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [90, true, [0, 25, 50, 75, 100]],
    [7, true, [0, 2, 4, 6, 8]],
    [10, true, [0, 5, 10]],
    [10, false, [0, 2.5, 5, 7.5, 10]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
    [1234.5, false, [0, 500, 1000, 1500]],
  ])("lie evenly from 0 up to %s (whole: %s): %j", (largest, whole, ticks) =>
    expect(ticksUpTo(largest, whole)).toEqual(ticks),
  );

  it("are few, and none of the bars stands out above them", () => {
    const seed = 20261121;
    assert(
      property(integer({ min: 0, max: 2_000_000_000 }), (cents) => {
        const ticks = ticksUpTo(cents / 100, false);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(cents / 100);
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
