import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { group } from "../../testing/test-service.ts";
import { reorderGroups } from "./reorder-groups.ts";

const SEED = 20261120;
const groups = (...ids: string[]) => ids.map((id) => group(id, "source", id, "1"));
const reordered = (ids: string[], wanted: Parameters<typeof reorderGroups>[1]) => {
  const result = reorderGroups(groups(...ids), wanted);
  return result.ok ? result.value.map(({ id }) => id).join("") : result.faults;
};

describe("ranking payout groups", () => {
  it.each([
    [{ ids: ["c", "a", "b"] }, "cab"],
    [{ id: "c", rank: 1 }, "cab"],
    [{ id: "a", rank: 3 }, "bca"],
    [{ id: "a", rank: 2 }, "bac"],
    [{ id: "b", rank: 2 }, "abc"],
  ])("takes %j", (wanted, order) => {
    expect(reordered(["a", "b", "c"], wanted)).toBe(order);
  });

  it.each([
    [{ ids: ["a", "b"] }, "/ids", 'must name every group once; ["c"] is missing'],
    [{ ids: ["a", "b", "c", "a"] }, "/ids/3", 'the group "a" is named twice'],
    [{ ids: ["a", "b", "c", "d"] }, "/ids/3", 'there is no group "d" in this event type. Did you mean "a"?'],
    [{ id: "zebra", rank: 1 }, "/id", 'there is no group "zebra" in this event type.'],
    [{ id: "a", rank: 4 }, "/rank", "must be 1 to 3, the number of groups, not 4"],
  ])("refuses %j", (wanted, pointer, message) => {
    expect(reordered(["a", "b", "c"], wanted)).toEqual([{ pointer, message }]);
  });

  it(`loses no group and keeps the order of all others (seed ${SEED})`, () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 });
    const move = ids.chain((all) =>
      fc.tuple(fc.constant(all), fc.nat(all.length - 1), fc.integer({ min: 1, max: all.length })),
    );
    fc.assert(
      fc.property(move, ([all, at, rank]) => {
        const id = all[at] as string;
        const result = reorderGroups(groups(...all), { id, rank });
        const order = result.ok ? result.value.map((each) => each.id) : [];
        expect(order[rank - 1]).toBe(id);
        expect(order.filter((each) => each !== id)).toEqual(all.filter((each) => each !== id));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});
