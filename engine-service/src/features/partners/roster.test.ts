import { foldText } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../testing/arbitraries.ts";
import { type ListedPartner, listedPartner } from "./listed-partner.ts";
import type { KnownPartner } from "./partner-book.ts";
import { Roster } from "./roster.ts";

const CREATED = "2026-11-20T10:00:00.000Z";
const value = { status: "active", revenueShare: null, programRevenueShares: {} } as const;
const partner = (_id: string, name: string): KnownPartner => ({
  ...{ _id, name, contact: {}, tags: [], revision: 1, createdAt: CREATED },
  standing: [{ from: CREATED, value }],
});

describe("the order of partners in lists", () => {
  const naming = fc.record({
    id: fc.constantFrom("a", "b", "c", "d", "e"),
    name: fc.string({ unit: "grapheme", maxLength: 3 }),
  });

  it("is by folded name, then id, after any run of additions and new names, asked for in between or not", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(naming, fc.boolean()), { maxLength: 30 }), (run) => {
        const roster = new Roster<ListedPartner>();
        const names = new Map<string, string>();
        for (const [{ id, name }, asked] of run) {
          roster.put(id, listedPartner(partner(id, name)));
          names.set(id, name);
          if (asked) roster.sorted();
        }
        const want = [...names]
          .map(([id, name]) => ({ id, name, folded: foldText(name) }))
          .sort((one, other) =>
            one.folded === other.folded ? (one.id < other.id ? -1 : 1) : one.folded < other.folded ? -1 : 1,
          );
        expect(roster.sorted().map((listed) => [listed.partner._id, listed.partner.name])).toEqual(
          want.map(({ id, name }) => [id, name]),
        );
      }),
      { seed: SEED },
    );
  });
});
