import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryConditions } from "./conditions.arbitrary.ts";
import { conditionsToQuery } from "./conditions-to-query.ts";
import { pointerOfRow } from "./pointer-of-row.ts";
import { type CriteriaQuery, type CriteriaRow, isBlock } from "./query.ts";

/** Every row with its path. */
const rowsOf = (block: CriteriaQuery, path: number[] = []): [CriteriaRow, number[]][] =>
  block.rules.flatMap((entry, at) =>
    isBlock(entry) ? rowsOf(entry, [...path, at]) : [[entry, [...path, at]] as [CriteriaRow, number[]]],
  );

const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document);

describe("the pointer of a row", () => {
  it("leads to the condition that the row becomes, in every generated document", () => {
    fc.assert(
      fc.property(arbitraryConditions, (conditions) => {
        const query = conditionsToQuery(conditions);
        for (const [row, path] of rowsOf(query)) {
          const found = valueAt(conditions, pointerOfRow(query, path));
          expect(found).toEqual({ fact: row.field, operator: row.operator, value: row.value });
        }
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });
});
