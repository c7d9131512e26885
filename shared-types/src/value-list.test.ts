import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseValueList, printValueList } from "./value-list.ts";

const SEED = 20261121;

describe("value lists (contract 3.2)", () => {
  it.each([
    ["ACME, Roadrunning", ["ACME", "Roadrunning"]],
    ['"ACME,Roadrunning"', ["ACME,Roadrunning"]],
    ['ACME, "Road,running" , Boots', ["ACME", "Road,running", "Boots"]],
    ['"say ""hi"""', ['say "hi"']],
    ["  New  ", ["New"]],
    ['"  New  "', ["  New  "]],
    ["a,,b, ,c,", ["a", "b", "c"]],
    ['""', [""]],
    ['a, ""', ["a", ""]],
    ["New York", ["New York"]],
  ])("reads %s", (typed, values) => {
    expect(parseValueList(typed)).toEqual({ ok: true, values });
  });

  it.each([
    ['"ACME', "a quotation mark is left open"],
    ['ACME, "Road,running', "a quotation mark is left open"],
    ['"a""', "a quotation mark is left open"],
    ['5" pipe', "a quotation mark is left open"],
    ['"a" b', "a comma must stand between"],
    ["", "the list is empty"],
    [" , ,", "the list is empty"],
  ])("refuses %s and says why", (typed, why) => {
    const list = parseValueList(typed);
    expect(list.ok ? "accepted" : list.message).toContain(why);
  });

  it(`gives back what it printed, for 10,000 random lists (seed ${SEED})`, () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ",", " ", "a", "\t", "é", "*") }),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (values) => {
        expect(parseValueList(printValueList(values))).toEqual({ ok: true, values });
      }),
      { numRuns: 10_000, seed: SEED },
    );
  });
});
