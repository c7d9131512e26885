import { Decimal as DefaultDecimal } from "decimal.js";
import { z } from "zod";
import { shown } from "./fault.ts";
import { LIMITS } from "./limits.ts";

/** decimal.js with room for the product of three numbers of LIMITS.decimalLength digits; its default loses digits after 20. */
export const Decimal = DefaultDecimal.clone({
  precision: 140,
  rounding: DefaultDecimal.ROUND_HALF_UP,
  toExpNeg: -200,
  toExpPos: 200,
});
export type Decimal = DefaultDecimal;

export const ROUNDINGS = ["half-up", "half-even"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

const DECIMAL = /^-?\d+(\.\d+)?$/;
const NOT_NEGATIVE = /^\d+(\.\d+)?$/;
const WHOLE = /^\d+$/;

/** Reads a decimal string ("12.50", "-3") or a finite JSON number; undefined when it is neither. */
export function readDecimal(value: unknown): Decimal | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? new Decimal(value) : undefined;
  if (typeof value !== "string" || value.length > LIMITS.decimalLength || !DECIMAL.test(value)) return undefined;
  return new Decimal(value);
}

/**
 * A decimal that is not negative, as text, where that is seen without any arithmetic, as it is almost always; undefined
 * where a closer look is needed.
 */
export function plainDecimal(value: unknown, whole = false): string | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text.length > LIMITS.decimalLength) return undefined;
  return (whole ? WHOLE : NOT_NEGATIVE).test(text) ? text : undefined;
}

/** Schemas whose JSON Schema zod cannot derive, because they read more than one type; the OpenAPI document takes it from here. */
export const jsonSchemas = z.registry<{ schema: Record<string, unknown> }>();

interface DecimalRule {
  what: string;
  atMost?: number;
  whole?: boolean;
}

/** A non-negative decimal, sent as a string or a number, kept as a string. */
function decimal({ what, atMost, whole = false }: DecimalRule) {
  const schema = z.unknown().transform((value, context): string => {
    const plain = atMost === undefined ? plainDecimal(value, whole) : undefined;
    if (plain !== undefined) return plain;
    const read = readDecimal(value);
    const complain = (message: string) => {
      context.issues.push({ code: "custom", message, input: value });
      return z.NEVER;
    };
    if (value === undefined) return complain(`is missing; it must be ${what}`);
    if (read === undefined) return complain(`must be ${what}, not ${shown(value)}`);
    if (read.isNegative() && !read.isZero()) return complain(`must not be negative; got ${shown(value)}`);
    if (whole && !read.isInteger()) return complain(`must be a whole number, not ${shown(value)}`);
    if (atMost !== undefined && read.greaterThan(atMost))
      return complain(`must be at most ${atMost}; got ${shown(value)}`);
    const text = typeof value === "string" ? value : read.toFixed();
    return text.length > LIMITS.decimalLength ? complain(`has more than ${LIMITS.decimalLength} digits`) : text;
  });
  jsonSchemas.add(schema, {
    schema: {
      description: `${what[0]?.toUpperCase()}${what.slice(1)}`,
      anyOf: [
        { type: "string", pattern: "^\\d+(\\.\\d+)?$", maxLength: LIMITS.decimalLength },
        { type: "number", minimum: 0 },
      ],
    },
  });
  return schema;
}

/** Money: major units of the currency that goes with it, exact, never rounded on the way in: "12.50". */
export const Amount = decimal({ what: 'an amount like "12.50"' });
/** "10" is 10 %, "7.5" is 7.5 %. */
export const Percent = decimal({ what: 'a percent like "7.5"' });
/** A percent that is a share of something: 0 to 100. */
export const Share = decimal({ what: 'a percent from 0 to 100 like "7.5"', atMost: 100 });
/** A count of whole things: clicks, impressions. */
export const Count = decimal({ what: "a whole number like 3", whole: true });
/** A quantity of an item line; kilograms are allowed. */
export const Quantity = decimal({ what: "a quantity like 2" });

const MINOR_UNITS: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const DIGITS = new Map(
  Object.entries(MINOR_UNITS).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)] as const),
  ),
);

/** The currencies that terms may be kept in: ISO 4217 alphabetic codes. The runtime's list lacks the funds' codes. */
export const CURRENCIES: readonly string[] = [
  ...new Set([...Intl.supportedValuesOf("currency"), ...DIGITS.keys()]),
].sort();

/**
 * Digits after the point of a currency's minor unit: JPY 0, USD 2, KWD 3. Source: ISO 4217, table A.1.
 * Not from Intl, which follows what people print (IQD 0) instead of the standard (IQD 3).
 */
export const minorUnit = (currency: string): number => DIGITS.get(currency) ?? 2;

/** Rounds to the currency's minor unit. */
export const roundAmount = (amount: Decimal, currency: string, rounding: Rounding): Decimal =>
  amount.toDecimalPlaces(
    minorUnit(currency),
    rounding === "half-even" ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP,
  );

/** An already rounded amount as text, with all digits of the minor unit and never "-0.00". */
export const printAmount = (amount: Decimal, currency: string): string =>
  (amount.isZero() ? new Decimal(0) : amount).toFixed(minorUnit(currency));

/** An amount that was not rounded: all digits that it has, at least those of the minor unit. */
export const printExact = (amount: Decimal, currency: string): string =>
  amount.toFixed(Math.max(minorUnit(currency), amount.decimalPlaces()));
