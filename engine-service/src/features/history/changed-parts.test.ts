import { movedBetween, type Terms } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { group, saleTerms } from "../../testing/test-service.ts";
import { termsPartsInSteps } from "./changed-parts.ts";

const SEED = 20261121;

function termsParts(before: Terms | null, after: Terms) {
  const steps = termsPartsInSteps(before, after);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Terms whose groups are these ids, in this order, each with the value that tells whether it was changed. */
const termsOf = (groups: readonly (readonly [id: string, value: string])[]): Terms =>
  saleTerms("10", { groups: groups.map(([id, value]) => group(id, "source", value, "5")) });

const groups = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("x", "y")), {
  selector: ([id]) => id,
});

describe("the parts of terms that a change made different", () => {
  it("are none where nothing differs", () => {
    expect(termsParts(saleTerms("10"), saleTerms("10"))).toEqual({ before: {}, after: {} });
  });

  it("are everything where there was nothing", () => {
    const { before, after } = termsParts(null, termsOf([["a", "x"]]));
    expect(before).toBeNull();
    expect(after.events?.[0]?.groups).toMatchObject([{ rank: 1, id: "a" }]);
  });

  it("are a field of the document, not the events", () => {
    expect(termsParts(saleTerms("10"), { ...saleTerms("10"), name: "Gold" })).toEqual({
      before: { name: "Standard" },
      after: { name: "Gold" },
    });
  });

  it("of a moved group are its two ranks, without those that only made room", () => {
    const { before, after } = termsParts(
      termsOf([
        ["a", "x"],
        ["b", "x"],
        ["c", "x"],
      ]),
      termsOf([
        ["c", "x"],
        ["a", "x"],
        ["b", "x"],
      ]),
    );
    const ranks = (side: typeof after | null) => side?.events?.[0]?.groups?.map(({ id, rank }) => [id, rank]);
    expect([ranks(before), ranks(after)]).toEqual([[["c", 3]], [["c", 1]]]);
  });

  it(`are exactly the groups that are gone, new, changed or moved (seed ${SEED})`, () => {
    fc.assert(
      fc.property(groups, groups, (was, is) => {
        const { before, after } = termsParts(termsOf(was), termsOf(is));
        const ids = (side: typeof after | null) => side?.events?.[0]?.groups?.map(({ id }) => id) ?? [];
        const [wasById, isById] = [new Map(was), new Map(is)];
        const moved = movedBetween([...wasById.keys()], [...isById.keys()]);
        const unlike = (one: Map<string, string>, other: Map<string, string>) =>
          [...one].filter(([id, value]) => other.get(id) !== value || moved.includes(id)).map(([id]) => id);
        expect(ids(before)).toEqual(unlike(wasById, isById));
        expect(ids(after)).toEqual(unlike(isById, wasById));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
