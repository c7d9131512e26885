import { Decimal, minorUnit, printAmount } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { fromMinor, readUnits, toMinor } from "./minor-units.ts";

const currency = fc.constantFrom("JPY", "USD", "KWD", "CLF");
const units = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20_000, max: 20_000 }));
const decimalText = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.nat({ max: 17 }), fc.constantFrom("", "0", "000"))
  .map(([digits, places, zeros]) => `${zeros}${new Decimal(String(digits)).times(`1e-${places}`).toFixed()}`);

describe("amounts in whole minor units", () => {
  it.each([
    { minor: 1250, of: "USD", printed: "12.50" },
    { minor: 5, of: "USD", printed: "0.05" },
    { minor: 0, of: "USD", printed: "0.00" },
    { minor: -0, of: "USD", printed: "0.00" },
    { minor: -5, of: "USD", printed: "-0.05" },
    { minor: 1250, of: "JPY", printed: "1250" },
    { minor: 12500, of: "KWD", printed: "12.500" },
    { minor: 7, of: "CLF", printed: "0.0007" },
    { minor: Number.MAX_SAFE_INTEGER, of: "USD", printed: "90071992547409.91" },
  ])("$minor $of → $printed", ({ minor, of, printed }) => expect(fromMinor(minor, of)).toBe(printed));

  it(`are printed as decimals are, and read back, for 10,000 random ones (seed ${SEED})`, () =>
    fc.assert(
      fc.property(units, currency, (minor, of) => {
        const decimal = new Decimal(minor).times(`1e-${minorUnit(of)}`);
        expect(fromMinor(minor, of)).toBe(printAmount(decimal, of));
        expect(toMinor(fromMinor(minor, of), of)).toBe(minor === 0 ? 0 : minor);
      }),
      { numRuns: 10_000, seed: SEED },
    ));
});

describe("readUnits", () => {
  it.each([
    { text: "12.50", digits: 2, read: 1250 },
    { text: "12.5", digits: 4, read: 125_000 },
    { text: "12", digits: 3, read: 12_000 },
    { text: "007.10", digits: 1, read: 71 },
    { text: "1250.00", digits: 0, read: 1250 },
    { text: "90071992547409.91", digits: 2, read: Number.MAX_SAFE_INTEGER },
    { text: "0", digits: 2, read: 0 },
  ])("reads $text with $digits digits as $read", ({ text, digits, read }) =>
    expect(readUnits(text, digits)).toBe(read),
  );

  it.each(["", ".", ".5", "5.", "1.2.3", "-1", "-0", "+1", "1e3", "0x1", " 1", "1,5", "١", "NaN", "Infinity"])(
    "does not read “%s”",
    (text) => expect(readUnits(text, 2)).toBeNaN(),
  );

  it.each([
    { text: "0.005", why: "finer than a cent" },
    { text: "90071992547409.92", why: "2^53 cents" },
    { text: "90071992547409.93", why: "more than 2^53 cents" },
    { text: "9".repeat(40), why: "forty digits" },
  ])("does not read $text: $why", ({ text }) => expect(readUnits(text, 2)).toBeNaN());

  it(`reads exactly what comes to whole units below 2^53, of 20,000 random decimals (seed ${SEED})`, () =>
    fc.assert(
      fc.property(decimalText, fc.nat({ max: 10 }), (text, digits) => {
        const exact = new Decimal(text).times(`1e${digits}`);
        const readable = exact.isInteger() && exact.lessThan(2 ** 53);
        expect(readUnits(text, digits)).toBe(readable ? exact.toNumber() : Number.NaN);
      }),
      { numRuns: 20_000, seed: SEED },
    ));
});
