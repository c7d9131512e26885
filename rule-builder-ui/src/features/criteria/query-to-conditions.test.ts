import { GroupConditions, parseWith } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { type CriteriaQuery, emptyRow, type Joint } from "./query.ts";
import { queryToConditions } from "./query-to-conditions.ts";

const filled = { id: "1", field: "city", operator: "isAnyOf", value: ["Oakland"] };
const query = (...rules: CriteriaQuery["rules"]): CriteriaQuery => ({ id: "root", combinator: "all", rules });
const block = (combinator: Joint, ...rules: CriteriaQuery["rules"]): CriteriaQuery => ({ id: "b", combinator, rules });
const check = (made: CriteriaQuery) => parseWith(GroupConditions, queryToConditions(made));

describe("a half-filled row never vanishes", () => {
  it.each<[string, CriteriaQuery, string]>([
    ["an untouched row", query(filled, emptyRow()), "/all/1/fact"],
    ["a fact without a value", query(filled, { ...filled, value: [] }), "/all/1/value"],
    [
      "a number not typed yet",
      query({ id: "2", field: "orderTotal", operator: "lessThan", value: "" }),
      "/all/0/value",
    ],
    [
      "a between with one end",
      query({ id: "2", field: "orderTotal", operator: "between", value: ["5", ""] }),
      "/all/0/value/1",
    ],
    ["a quotation mark left open", query({ ...filled, value: '"Road' }), "/all/0/value"],
    ["a block without rows", query(filled, block("any")), "/all/1/any"],
    ["a not without a row", query(filled, block("not")), "/all/1/not/all"],
    ["an untouched row in a block", query(block("any", filled, emptyRow())), "/all/0/any/1/fact"],
    ["no row at all", query(), "/all"],
  ])("%s is refused, at its place", (_, made, pointer) => {
    const parsed = check(made);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it("takes filled ones", () => expect(check(query(filled, block("any", filled, block("not", filled)))).ok).toBe(true));

  it("reads a not that came to hold two rows as not both", () =>
    expect(queryToConditions(query(block("not", filled, filled)))).toEqual({
      all: [
        {
          not: {
            all: [
              { fact: "city", operator: "isAnyOf", value: ["Oakland"] },
              { fact: "city", operator: "isAnyOf", value: ["Oakland"] },
            ],
          },
        },
      ],
    }));
});
