import { Code, CodePattern, parseWith } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateCode, variants } from "./generate-code.ts";

const always = (digit: number) => () => digit;
const none = () => false;

describe("generated promo codes", () => {
  it.each([
    ["{NAME}{NN}", "Anna Lopez", "ANNALOPEZ77"],
    ["{NAME}{NN}", "Zoë O'Hara", "ZOEOHARA77"],
    ["{NAME}{N}", "李小龙", "李小龙7"],
    ["{NAME}{N}", "★", "PARTNER7"],
    ["{NAME}{N}", "A very long name of a partner", "AVERYLONGNAMEOFA7"],
    ["SUMMER-{XXXX}", "Anna", "SUMMER-9999"],
    ["{N}of{NN}", "Anna", "7of77"],
  ])("%s for %s → %s", (pattern, name, code) => {
    expect(generateCode(pattern, name, always(7), none)).toBe(code);
  });

  it("pass over every code that somebody ever had", () => {
    let next = 0;
    const code = generateCode(
      "A{N}",
      "Anna",
      () => next++ % 10,
      (tried) => tried !== "A7",
    );
    expect(code).toBe("A7");
  });

  it("give up when the pattern has none left, instead of looking forever", () => {
    expect(generateCode("A{N}", "Anna", always(3), () => true)).toBeUndefined();
  });

  it.each([
    ["{NAME}{NN}", 100],
    ["{X}", 32],
    ["{N}-{XX}", 10_240],
  ])("%s has %i codes for one name", (pattern, count) => expect(variants(pattern)).toBe(count));

  it.each(["", "SUMMER", "{NAME}", "{NN", "{nn}", "{N} {N}", "{N},", "{NAME}{NNNNNNNNN}", `${"A".repeat(50)}{N}`])(
    'refuse the pattern "%s"',
    (pattern) => expect(parseWith(CodePattern, pattern).ok).toBe(false),
  );

  it("are codes, whatever the pattern and the name (1,000 pairs, seed 20261121)", () => {
    const part = fc.constantFrom("{NAME}", "{NN}", "{XXXX}", "-", "a", "Ü", "%", "*");
    const pattern = fc
      .array(part, { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(""))
      .filter((text) => parseWith(CodePattern, text).ok);
    fc.assert(
      fc.property(pattern, fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(), (text, name, seed) => {
        const code = generateCode(text, name, (below) => seed % below, none);
        expect(parseWith(Code, code)).toEqual({ ok: true, value: code });
      }),
      { seed: 20261121, numRuns: 1_000 },
    );
  });
});
