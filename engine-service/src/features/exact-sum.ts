import { fault } from "../http/problem.ts";

/** A sum that is exact; refused where numbers are too coarse for it, so that nothing is recorded that is not counted right. */
export function exactSum(sum: number, by: number): number {
  const total = sum + by;
  if (!Number.isSafeInteger(total))
    throw fault("", `makes the program's sums too large to be exact: at most ${Number.MAX_SAFE_INTEGER} minor units`);
  return total;
}
