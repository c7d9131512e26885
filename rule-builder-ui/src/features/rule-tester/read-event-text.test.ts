import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaultAt } from "./json-fault.ts";
import { readEventText } from "./read-event-text.ts";

const SEED = 20261121;

describe("reading pasted JSON", () => {
  it.each([
    ["", "Nothing is here yet"],
    ['{ "a": 1,\n  "b": }', "line 2, column 8: } does not belong here"],
    ['{ "a": 1', "it ends too early"],
    ['{ "a": "x }', "this text has no end"],
    ["{ 'a': 1 }", "line 1, column 3: ' does not belong here"],
    ['{ "a": 1, }', "column 11: } does not belong here"],
    ['{ "a": undefined }', "undefined does not belong here"],
    ['{ "a": 1 } more', "more does not belong here"],
    ["[1]", "this is a list"],
    ["null", "this is null"],
    ['"sale"', "this is a single string"],
  ])("says what is wrong with %j", (text, message) => {
    expect(readEventText(text)).toEqual({ ok: false, message: expect.stringContaining(message) });
  });
});

describe("the place of a fault in JSON", () => {
  it(`is at the end exactly where nothing but the rest is missing: in every beginning of JSON (seed ${SEED})`, () => {
    const beginnings = fc
      .tuple(fc.json({ maxDepth: 3, noUnicodeString: false }), fc.nat())
      .map(([text, length]) => text.slice(0, length % (text.length + 1)))
      // A text, a number or a word that is cut in its middle is a fault at its beginning.
      .filter((text) => /[{}[\]:,"]$/.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 0 && !text.includes("\\"));
    fc.assert(
      fc.property(beginnings, (text) => {
        expect(jsonFaultAt(text)).toBe(text.length);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
