import { Decimal } from "@firstmatch/shared-types";

/**
 * Divides an amount in proportion to weights, exactly: each part is cut to `digits` after the point, and what is left
 * goes unit by unit to the largest remainders, the earlier first among equal ones. Source: contract 4.
 *
 * @param weights non-negative; where all are zero the parts are as equal as can be
 * @param digits of the currency's minor unit; more are used when the amount itself has more, so that nothing is lost
 * @returns one part per weight, together the amount
 */
export function spread(amount: Decimal, weights: readonly Decimal[], digits: number): Decimal[] {
  if (weights.length === 1) return [amount];
  const places = Math.max(digits, amount.decimalPlaces());
  const unit = new Decimal(`1e-${places}`);
  const units = amount.times(`1e${places}`);
  const zero = weights.every((weight) => weight.isZero());
  const shares = zero ? weights.map(() => new Decimal(1)) : weights;
  const sum = shares.reduce((total, weight) => total.plus(weight), new Decimal(0));

  const parts = shares.map((weight, index) => {
    const product = units.times(weight);
    const whole = product.dividedToIntegerBy(sum);
    return { index, whole, remainder: product.minus(whole.times(sum)) };
  });
  const left = units.minus(parts.reduce((total, part) => total.plus(part.whole), new Decimal(0))).toNumber();
  const byRemainder = [...parts].sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, left)) part.whole = part.whole.plus(1);
  return parts.map((part) => part.whole.times(unit));
}
