import { parseValueList } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { commitTyped, listValue } from "./typed-list.ts";

describe("a value list while it is typed (contract 3.2)", () => {
  it.each([
    ["a comma ends a value", "ACME,", ["ACME"]],
    ["a comma inside quotation marks does not", '"ACME,Roadrunning"', ["ACME,Roadrunning"]],
    ["several at once, as pasted", 'ACME, "Road,running"', ["ACME", "Road,running"]],
    ["two marks are the empty text", '""', [""]],
    ["spaces and commas alone are no value", " , ", []],
  ])("%s", (_, typed, values) => expect(commitTyped({ values: [], typed })).toEqual({ values, typed: "" }));

  it("keeps a text with an open quotation mark as it was typed", () => {
    const list = { values: ["ACME"], typed: '"Road,' };
    expect(commitTyped(list)).toBe(list);
  });

  it("gives the document what is typed before it is a chip", () =>
    expect(listValue({ values: ["ACME"], typed: "Road" })).toEqual(["ACME", "Road"]));

  it("gives the document one text that the validator refuses while a quotation mark is open", () => {
    const value = listValue({ values: ["A", "B,C"], typed: '"Road' });
    expect(value).toBe('A, "B,C", "Road');
    expect(parseValueList(String(value))).toMatchObject({ ok: false });
  });
});
