import { createHash } from "node:crypto";

/**
 * Random whole numbers from 0 to below the given one, the same ones for the same seed: two processes that do the same
 * work at the same time, as after a pause of one of them, generate the same promo code, and only one can store it.
 */
export function seededDigits(seed: string): (below: number) => number {
  let drawn = 0;
  return (below) => createHash("sha256").update(`${drawn++} ${seed}`).digest().readUIntBE(0, 6) % below;
}
