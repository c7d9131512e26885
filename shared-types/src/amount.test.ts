import { describe, expect, it } from "vitest";
import { Amount, Count, Decimal, minorUnit, Percent, printAmount, readDecimal, roundAmount, Share } from "./amount.ts";

const read = (schema: typeof Amount, input: unknown) => {
  const result = schema.safeParse(input);
  return result.success ? result.data : (result.error.issues[0]?.message ?? "");
};

describe("decimals", () => {
  it.each([
    ["12.50", "12.50"],
    [12.5, "12.5"],
    ["0", "0"],
    [1e-7, "0.0000001"],
    [1e21, "1000000000000000000000"],
    ["123456789012345678901234567890.12", "123456789012345678901234567890.12"],
  ])("takes the amount %s as %s", (input, kept) => {
    expect(read(Amount, input)).toBe(kept);
  });

  it.each([
    ["-1"],
    [-1],
    ["abc"],
    [""],
    [" 1"],
    ["1e3"],
    [".5"],
    ["1."],
    ["1,50"],
    [null],
    [true],
    [[1]],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ["1".repeat(41)],
  ])("refuses the amount %s", (input) => {
    expect(read(Amount, input)).toMatch(/must|digits/);
  });

  it("lets a modifier pass 100 %, but not a share, and a count be whole only", () => {
    expect(read(Percent, "120")).toBe("120");
    expect(read(Share, "100")).toBe("100");
    expect(read(Share, "100.01")).toBe('must be at most 100; got "100.01"');
    expect(read(Count, "7")).toBe("7");
    expect(read(Count, "7.5")).toBe('must be a whole number, not "7.5"');
  });

  it("keeps every digit of a product of three long numbers", () => {
    const long = "1234567890123456789012345678901234567890";
    expect(new Decimal(long).times(long).times(long).mod(10).toFixed()).toBe("0");
    expect(readDecimal(long)?.plus("0.001").toFixed()).toBe(`${long}.001`);
  });
});

describe("rounding to the minor unit (contract 4)", () => {
  it.each([
    { label: "2.5 ¢ half-up → 3 ¢", amount: "0.025", currency: "USD", rounding: "half-up", printed: "0.03" },
    { label: "2.5 ¢ half-even → 2 ¢", amount: "0.025", currency: "USD", rounding: "half-even", printed: "0.02" },
    { label: "3.5 ¢ half-even → 4 ¢", amount: "0.035", currency: "USD", rounding: "half-even", printed: "0.04" },
    { label: "0.5 yen half-up → 1 yen", amount: "0.5", currency: "JPY", rounding: "half-up", printed: "1" },
    { label: "1.0005 dinar half-up → 1.001", amount: "1.0005", currency: "KWD", rounding: "half-up", printed: "1.001" },
    {
      label: "1.005 dollars, which no double holds → 1.01",
      amount: "1.005",
      currency: "USD",
      rounding: "half-up",
      printed: "1.01",
    },
    { label: "minus nothing is nothing", amount: "-0.001", currency: "USD", rounding: "half-up", printed: "0.00" },
  ] as const)("$label", ({ amount, currency, rounding, printed }) => {
    expect(printAmount(roundAmount(new Decimal(amount), currency, rounding), currency)).toBe(printed);
  });

  it.each([
    ["USD", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["IQD", 3],
    ["CLF", 4],
    ["ISK", 0],
  ])("%s has %i digits, as ISO 4217 says", (currency, digits) => {
    expect(minorUnit(currency)).toBe(digits);
  });
});
