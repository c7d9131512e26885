import type { Conditions } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryConditions } from "./conditions.arbitrary.ts";
import { conditionsToQuery } from "./conditions-to-query.ts";
import { queryToConditions } from "./query-to-conditions.ts";

const back = (conditions: Conditions) => queryToConditions(conditionsToQuery(conditions));
const leaf = { fact: "city", operator: "isAnyOf" as const, value: ["A"] };

describe("conditions → builder → conditions", () => {
  it("gives every generated document back as it was", () => {
    fc.assert(
      fc.property(arbitraryConditions, (conditions) => {
        expect(back(conditions)).toEqual(conditions);
      }),
      { seed: 20_261_121, numRuns: 2_000 },
    );
  });

  it.each<[string, Conditions]>([
    ["no criterion, as a personal payout may have it", { all: [] }],
    ["not around one condition", { all: [{ not: leaf }] }],
    ["not around a list of one", { all: [{ not: { all: [leaf] } }] }],
    ["not around not", { all: [{ not: { not: leaf } }] }],
    ["any inside all inside any", { all: [{ any: [{ all: [{ any: [leaf, leaf] }, leaf] }] }] }],
  ])("keeps %s", (_, conditions) => expect(back(conditions)).toEqual(conditions));
});
