import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsOfStoring, readJson } from "./json.ts";
import { HTTP_LIMITS } from "./limits.ts";
import { Problem } from "./problem.ts";

const SEED = 20261121;

/** Every character up to U+00FF, and others that are near to what no store could keep. */
const CHARACTERS = [...Array(0x100).keys(), 0x2028, 0x7ff, 0xd7ff, 0xe000, 0xfffe, 0xffff, 0x1f600].map((code) =>
  String.fromCodePoint(code),
);
const ESCAPED = [
  "\\u0000",
  "\\u001b",
  "\\u007f",
  "\\u0085",
  "\\ud800",
  "\\udfff",
  "\\ud83d\\ude00",
  "\\/",
  "\\n",
  "\\\\",
];

const read = (text: string) => {
  try {
    return { value: readJson(Buffer.from(text)) };
  } catch (error) {
    if (error instanceof Problem) return { faults: error.faults };
    throw error;
  }
};

/** What looking into every value comes to. */
const byEveryValue = (text: string) => {
  const value: unknown = JSON.parse(text);
  const faults = faultsOfStoring(value);
  return faults.length > 0 ? { faults } : { value };
};

const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}1${close.repeat(levels)}`;
const wide = (fields: number) => `{${Array.from({ length: fields }, (_, at) => `"f${at}":0`).join()}}`;

describe("JSON is read as if every value in it were looked into", () => {
  it.each([
    ...[...CHARACTERS.filter((character) => character >= " " && !/["\\]/.test(character)), ...ESCAPED].map((each) => [
      `with ${JSON.stringify(each)}`,
      `{"a${each}":["${each}"]}`,
    ]),
    ["with a prototype", '{"a":{"__proto__":1}}'],
    ["with a prototype that is escaped", '{"\\u005f_proto__":1}'],
    ["with a text that only speaks of one", '{"a":"__proto__"}'],
    ["with a mark of its encoding", '{"a":1}'],
    ["as deep as allowed", nested(HTTP_LIMITS.jsonDepth, '{"a":', "}")],
    ["deeper", nested(HTTP_LIMITS.jsonDepth + 1, "[", "]")],
    ["as wide as allowed", wide(HTTP_LIMITS.jsonFields)],
    ["wider", wide(HTTP_LIMITS.jsonFields + 1)],
    ["as a long list", JSON.stringify(Array(HTTP_LIMITS.jsonFields + 1).fill(0))],
  ])("%s", (_, text) => {
    expect(read(text)).toStrictEqual(byEveryValue(text));
  });

  it(`whatever it is (seed ${SEED})`, () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...CHARACTERS, "__proto__") }),
      fc.string({ unit: "binary" }),
    );
    const held = fc.oneof(
      { weight: 3, arbitrary: fc.jsonValue() },
      fc.dictionary(text, fc.oneof(text, fc.array(text))),
    );
    fc.assert(
      fc.property(held, (value) => {
        const sent = JSON.stringify(value);
        expect(read(sent)).toStrictEqual(byEveryValue(sent));
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });
});
