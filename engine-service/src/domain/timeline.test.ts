import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type From, heldAt, withEntry } from "./timeline.ts";

const SEED = 20261121;
const DAY = 86_400_000;
const day = (at: number) => new Date(at * DAY).toISOString();

describe("what holds along time", () => {
  it(`is at each moment the last entry that began by then (seed ${SEED})`, () => {
    const days = fc.array(fc.nat({ max: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(days, fc.array(fc.integer({ min: -1, max: 10 }), { minLength: 1 }), (begun, asked) => {
        let held: From<number>[] = [];
        const entries: { from: number; value: number }[] = [];
        for (const [value, from] of begun.entries()) {
          held = withEntry(held, { from: day(from), value });
          entries.push({ from, value });
          // Asked between the changes as well: what was true of the list before must not stay.
          for (const at of asked) {
            const latest = Math.max(...entries.map((entry) => entry.from).filter((from) => from <= at));
            expect(heldAt(held, at * DAY)).toBe(entries.findLast((entry) => entry.from === latest)?.value);
          }
        }
      }),
      { seed: SEED },
    );
  });

  it("is nothing before the first entry, and where there is none", () => {
    expect(heldAt([{ from: day(1), value: 1 }], DAY - 1)).toBeUndefined();
    expect(heldAt([], DAY)).toBeUndefined();
  });
});
