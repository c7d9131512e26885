import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movedBetween } from "./moves.ts";

/** How many may stay at most: each looks at all before it. */
function longestInOrder(before: readonly string[], after: readonly string[]): number {
  const lengths: number[] = [];
  for (const [at, id] of after.entries()) {
    const below = lengths.filter((_, other) => before.indexOf(after[other] as string) < before.indexOf(id));
    lengths[at] = 1 + Math.max(0, ...below);
  }
  return Math.max(0, ...lengths);
}

describe("the fewest moves between two orders", () => {
  it.each([
    ["one dragged to the top, not every shifted neighbour", "abcd", "dabc", "d"],
    ["one dragged to the end", "abcd", "bcda", "a"],
    ["nothing moved", "abcd", "abcd", ""],
    ["added and removed ones do not move the others", "abcd", "xacdy", ""],
    ["two swapped", "abcd", "abdc", "d"],
    ["two swapped between others that stay", "abcdef", "abdcef", "d"],
    ["one dragged between others that stay", "abcdef", "acdbef", "b"],
    ["one is left", "abc", "ac", ""],
  ])("%s", (_, before, after, moved) => expect(movedBetween([...before], [...after]).join("")).toBe(moved));

  it("leaves the rest in the old order, whatever was shuffled", () => {
    const seed = 20_261_121;
    const ids = fc.uniqueArray(fc.nat(30).map(String), { maxLength: 20 });
    const shuffled = ids.chain((before) =>
      fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
    );
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        const moved = new Set(movedBetween(before, after));
        const rest = (ids: string[]) => ids.filter((id) => !moved.has(id));
        expect(rest(after)).toEqual(rest(before));
        expect(rest(after).length).toBe(longestInOrder(before, after));
      }),
      { seed },
    );
  });
});
