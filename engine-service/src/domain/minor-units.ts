import { Decimal, minorUnit } from "@firstmatch/shared-types";

/**
 * Amounts as whole minor units of a currency ("12.50" USD is 1250, "12.500" KWD is 12500): what is recorded is added up
 * by the store, which adds numbers exactly only while they are whole and below 2^53.
 */

/** Of one conversion; ninety thousand of the largest still add up exactly. */
export const LARGEST_AMOUNT = 100_000_000_000;

/** Rounded half up to the minor unit; amounts that were decided are rounded already. */
export const toMinor = (amount: Decimal | string, currency: string): number =>
  new Decimal(amount)
    .times(new Decimal(10).pow(minorUnit(currency)))
    .toDecimalPlaces(0)
    .toNumber();

export const fromMinor = (units: number, currency: string): string => {
  const digits = minorUnit(currency);
  return new Decimal(units).dividedBy(new Decimal(10).pow(digits)).toFixed(digits);
};
