import { type CriteriaQuery, isBlock } from "./query.ts";

/** The JSON pointer, into the conditions that queryToConditions makes, of the row or block at a path of indexes. */
export function pointerOfRow(query: CriteriaQuery, path: readonly number[]): string {
  let pointer = "";
  let block: CriteriaQuery | undefined = query;
  for (const at of path) {
    if (block === undefined) break;
    const wrapped: boolean = block.combinator === "not" && block.rules.length !== 1;
    pointer += block.combinator === "not" ? (wrapped ? `/not/all/${at}` : "/not") : `/${block.combinator}/${at}`;
    const entry: CriteriaQuery["rules"][number] | undefined = block.rules[at];
    block = entry !== undefined && isBlock(entry) ? entry : undefined;
  }
  return pointer;
}
