import { type Condition, type ConditionNode, isLeaf, type PayoutGroup } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { group } from "../terms/terms.sample.ts";
import { neverReached } from "./never-reached.ts";

const SEED = 20_261_121;

const status = (...value: string[]): Condition => ({ fact: "customerStatus", operator: "isAnyOf", value });
const total = (operator: Condition["operator"], value: string): Condition => ({ fact: "orderTotal", operator, value });
const atLeast = (value: string) => total("greaterThanInclusive", value);
const asked = (id: string, all: ConditionNode[], enabled = true): PayoutGroup =>
  group(id, { conditions: { all }, enabled });

describe("a group that no conversion can reach", () => {
  it.each<[string, ConditionNode[], ConditionNode[], boolean]>([
    ["stands below one with a part of its criteria", [atLeast("200")], [status("New"), atLeast("200")], true],
    ["does not when it stands above that one", [status("New"), atLeast("200")], [atLeast("200")], false],
    ["stands below one with the same criteria", [status("New")], [status("New")], true],
    ["stands below one with a lower bound", [atLeast("100")], [atLeast("200")], true],
    ["does not below one with a higher bound", [atLeast("300")], [atLeast("200")], false],
    ["asks for more than what the other takes at least", [atLeast("200")], [total("greaterThan", "200")], true],
    ["may ask for just the bound that the other leaves out", [total("greaterThan", "200")], [atLeast("200.00")], false],
    ["stands below one with a longer list, whatever the case", [status("new", "Lapsed")], [status("NEW")], true],
    ["does not below one with a shorter list", [status("New")], [status("New", "Lapsed")], false],
    ["does not below a bound of the other side", [total("lessThan", "500")], [atLeast("200")], false],
    [
      "stands below one with the same any of block",
      [{ any: [status("A"), status("B")] }],
      [{ any: [status("A"), status("B")] }, atLeast("1")],
      true,
    ],
  ])("%s", (_, upper, lower, found) => {
    expect(neverReached([asked("upper", upper), asked("lower", lower)]).has("lower")).toBe(found);
  });

  it("is told with the rank and the name of the one that takes its conversions", () => {
    const groups = [asked("x", [status("Old")]), asked("y", [atLeast("200")]), asked("z", [atLeast("300")])];
    expect(neverReached(groups)).toEqual(new Map([["z", { rank: 2, name: "Group y" }]]));
  });

  it.each([
    ["the upper one", false, true],
    ["the lower one", true, false],
  ])("is no matter while %s is off", (_, upper, lower) => {
    const groups = [asked("upper", [status("New")], upper), asked("lower", [status("New")], lower)];
    expect(neverReached(groups).size).toBe(0);
  });

  const condition = fc.oneof(
    fc.subarray(["A", "B", "C"], { minLength: 1 }).map((value) => status(...value)),
    fc
      .tuple(
        fc.constantFrom("greaterThan", "greaterThanInclusive", "lessThan", "lessThanInclusive"),
        fc.constantFrom("1", "2", "3"),
      )
      .map(([operator, value]) => total(operator as Condition["operator"], value)),
  );
  const groups = fc
    .array(fc.array(condition, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 })
    .map((lists) => lists.map((all, at) => asked(String(at), all)));

  it(`wins no conversion at all (seed ${SEED})`, () => {
    const conversions = ["A", "B", "C"].flatMap((customerStatus) =>
      [0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((orderTotal) => ({ customerStatus, orderTotal })),
    );
    fc.assert(
      fc.property(groups, (ranked) => {
        const winners = conversions.map((conversion) => ranked.find((candidate) => matches(candidate, conversion))?.id);
        for (const id of neverReached(ranked).keys()) expect(winners).not.toContain(id);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it(`is found in a list as it is found in a pair, and is told with the first that takes its conversions (seed ${SEED})`, () => {
    fc.assert(
      fc.property(groups, (ranked) => {
        const found = neverReached(ranked);
        ranked.forEach((lower, at) => {
          const first = ranked.slice(0, at).findIndex((upper) => neverReached([upper, lower]).has(lower.id));
          expect(found.get(lower.id)?.rank ?? 0).toBe(first + 1);
        });
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

interface Conversion {
  customerStatus: string;
  orderTotal: number;
}

const matches = ({ conditions }: PayoutGroup, { customerStatus, orderTotal }: Conversion): boolean =>
  conditions.all.every((node) => {
    if (!isLeaf(node)) return false;
    const expected = Number(node.value);
    if (node.operator === "greaterThan") return orderTotal > expected;
    if (node.operator === "greaterThanInclusive") return orderTotal >= expected;
    if (node.operator === "lessThan") return orderTotal < expected;
    if (node.operator === "lessThanInclusive") return orderTotal <= expected;
    return [node.value].flat().includes(customerStatus);
  });
