import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertAtRank, movedTo, moveToRank, rankOf } from "./reorder.ts";

const SEED = 20_261_121;
const list = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (groups: readonly { id: string }[]) => groups.map(({ id }) => id).join(" ");

const ranked = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
const move = ranked.chain((names) => fc.tuple(fc.constant(list(...names)), fc.constantFrom(...names), fc.integer()));

describe("ranking by moveToRank", () => {
  it.each([
    ["up by one", "c", 2, "a c b d"],
    ["down by one", "b", 3, "a c b d"],
    ["to the top", "d", 1, "d a b c"],
    ["to the bottom", "a", 4, "b c d a"],
    ["to where it is", "b", 2, "a b c d"],
    ["above the top", "c", 0, "c a b d"],
    ["far above the top", "c", -7, "c a b d"],
    ["below the bottom", "b", 99, "a c d b"],
    ["of a group that is not there", "x", 1, "a b c d"],
  ])("moves %s", (_, id, rank, wanted) => {
    expect(ids(moveToRank(list("a", "b", "c", "d"), id, rank))).toBe(wanted);
  });

  it(`loses no group and doubles none, wherever one is moved (seed ${SEED})`, () => {
    fc.assert(
      fc.property(move, ([groups, id, rank]) => {
        const moved = moveToRank(groups, id, rank);
        expect(moved.map((group) => group.id).sort()).toEqual(groups.map((group) => group.id).sort());
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`leaves the others in their order (seed ${SEED})`, () => {
    fc.assert(
      fc.property(move, ([groups, id, rank]) => {
        const others = (from: readonly { id: string }[]) => from.filter((group) => group.id !== id);
        expect(others(moveToRank(groups, id, rank))).toEqual(others(groups));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`gives the group the rank that was asked for, within the list (seed ${SEED})`, () => {
    fc.assert(
      fc.property(move, ([groups, id, rank]) => {
        const within = Math.min(Math.max(rank, 1), groups.length);
        expect(rankOf(moveToRank(groups, id, rank), id)).toBe(within);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`is undone by moving back (seed ${SEED})`, () => {
    fc.assert(
      fc.property(move, ([groups, id, rank]) => {
        expect(moveToRank(moveToRank(groups, id, rank), id, rankOf(groups, id))).toEqual(groups);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("a group more", () => {
  it.each([
    [1, "x a b"],
    [2, "a x b"],
    [3, "a b x"],
    [9, "a b x"],
  ])("stands at rank %i", (rank, wanted) => {
    expect(ids(insertAtRank(list("a", "b"), { id: "x" }, rank))).toBe(wanted);
  });
});

it("says a move in names and ranks", () => {
  expect(movedTo("New and 200 or more", 2, 9)).toBe("Moved New and 200 or more to rank 2 of 9");
});
