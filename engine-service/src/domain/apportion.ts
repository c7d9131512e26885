/**
 * Divides a whole number of units in proportion to weights, each part a whole number: by Webster's method, which rounds
 * weight / divisor with the divisor that makes the parts come out. A unit more never makes any part smaller, and some of
 * the parts are to each other as they would be alone: so it does not matter by which steps something becomes less, nor
 * what is taken out on the way. The largest remainder (see spread.ts) has neither of the two.
 *
 * @param units not negative, at most the sum of the weights
 * @param weights whole numbers, not negative
 * @returns one part per weight, together the units; no part is above its weight
 */
export function apportion(units: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => roundedShare(units, weight, sum));
  let missing = units - parts.reduce((total, part) => total + part, 0);
  for (let step: 1 | -1; missing !== 0; missing -= step) {
    step = missing > 0 ? 1 : -1;
    const at = furthest(parts, weights, step);
    parts[at] = (parts[at] as number) + step;
  }
  return parts;
}

/** units × weight / sum, half up, exactly. */
export const roundedShare = (units: number, weight: number, sum: number): number =>
  Number((2n * BigInt(units) * BigInt(weight) + BigInt(sum)) / (2n * BigInt(sum)));

/** The part that gets the next unit, or gives the last one back: weight / (part + ½) decides, the earlier of equal ones gets first. */
function furthest(parts: readonly number[], weights: readonly number[], step: 1 | -1): number {
  let best = -1;
  for (const [at, part] of parts.entries()) {
    if (step === -1 && part === 0) continue;
    if (best === -1 || comesBefore(at, best)) best = at;
  }
  return best;

  /** Compares weight / (2 × part ± 1) of two without dividing. */
  function comesBefore(one: number, other: number): boolean {
    const [left, right] = [claim(one, other), claim(other, one)];
    return step === 1 ? left > right : left <= right;
  }
  function claim(of: number, against: number): bigint {
    return BigInt(weights[of] as number) * BigInt(2 * (parts[against] as number) + step);
  }
}
