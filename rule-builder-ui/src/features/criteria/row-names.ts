import { factOf } from "@firstmatch/shared-types";
import { type CriteriaQuery, type CriteriaRow, isBlock } from "./query.ts";

/** "2" for the second row, "2.1" for the first one inside the second block. */
export const numberOf = (path: readonly number[]): string => path.map((at) => at + 1).join(".");

/** What a screen reader calls a row or block: "criterion 2: Order total". */
export function nameOfEntry(entry: CriteriaRow | CriteriaQuery, path: readonly number[]): string {
  if (isBlock(entry)) return `block ${numberOf(path)}`;
  const label = factOf(entry.field)?.label;
  return label === undefined ? `criterion ${numberOf(path)}` : `criterion ${numberOf(path)}: ${label}`;
}
