import { describe, expect, it } from "vitest";
import { csv } from "./csv.ts";

const cell = (text: string) =>
  csv([[text]])
    .replace(/^\uFEFF/, "")
    .replace(/\r\n$/, "");

describe("a table for spreadsheets", () => {
  it("has a line for each row, with a mark for UTF-8 before the first", () => {
    expect(
      csv([
        ["id", "name"],
        ["p-7", "Zoë"],
      ]),
    ).toBe("\uFEFFid,name\r\np-7,Zoë\r\n");
  });

  it.each([
    ["Anna", "Anna"],
    ["Lopez, Ana", '"Lopez, Ana"'],
    ['the "best"', '"the ""best"""'],
    ["two\nlines", '"two\nlines"'],
  ])("%j is %j", (text, written) => expect(cell(text)).toBe(written));

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("http://x","y")'])(
    "keeps %j from being a formula",
    (text) => expect(cell(text)).toMatch(/^"?'/),
  );
});
