import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { readJson } from "./json.ts";
import { HTTP_LIMITS } from "./limits.ts";
import { Problem } from "./problem.ts";
import { readLongJson } from "./read-long-json.ts";

/** The value, or the refusal to the letter. */
const answerOf = async (read: () => unknown) => {
  try {
    return { value: await read() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: error.body() };
  }
};

async function expectSame(bytes: Buffer, piece: number) {
  expect(await answerOf(() => readLongJson(bytes, piece))).toStrictEqual(await answerOf(() => readJson(bytes)));
}

const text = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom("a", ",", "[", "]", "{", "}", '"', "\\", ":", "é", "\u{1f600}", "\ufeff") },
    fc.constantFrom("\u0000", "\x7f", "\u0085", "__proto__", "\ud800"),
  ),
  maxLength: 6,
});
const { document } = fc.letrec<{ document: unknown; list: unknown[]; object: object }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 5 },
    ...[fc.constantFrom(0, -1.5e300, true, null), text, tie("list"), tie("list"), tie("object")],
  ),
  list: fc.array(tie("document"), { maxLength: 12 }),
  object: fc.dictionary(text, tie("document"), { maxKeys: 4 }),
}));
const spaces = fc.constantFrom(undefined, " ", "\t\n");

describe("long JSON", () => {
  afterEach(() => vi.restoreAllMocks());

  it(`is what short JSON is, wherever it is cut (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(document, spaces, fc.integer({ min: 0, max: 60 }), async (value, space, piece) => {
        await expectSame(Buffer.from(JSON.stringify(value, null, space)), piece);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it(`is refused as short JSON is, whatever is broken (seed ${SEED})`, async () => {
    const odd = [...',,[]{}":\\ 1', "\u0000", "\ufeff", "\u00a0"].map((each) => Buffer.from(each));
    const wrong = fc.constantFrom(...odd, Buffer.alloc(0), Buffer.from([0xc3]), Buffer.from([0xff]));
    await fc.assert(
      fc.asyncProperty(document, fc.nat(), fc.nat(2), wrong, fc.integer({ min: 0, max: 40 }), async (...asked) => {
        const [value, place, dropped, put, piece] = asked;
        const sent = Buffer.from(JSON.stringify(value));
        const at = place % (sent.length + 1);
        await expectSame(Buffer.concat([sent.subarray(0, at), put, sent.subarray(at + dropped)]), piece);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it.each([
    ["a mark of its encoding", "\ufeff[1,2,3,4,5,6]"],
    ["such a mark before an entry", "[1,\ufeff2,3,4,5,6]"],
    ["a field that stands twice", '{"a":[1,2,3,4,5,6],"a":[[1,2,3,4,5,6],[7]]}'],
    ["a comma too many at the end", "[1,2,3,4,5,6,]"],
    ["a comma too many at the start", "[,1,2,3,4,5,6]"],
    ["two commas", "[1,2,3,,4,5,6]"],
    ["nothing but commas", "[,,,,,,,,,,]"],
    ["the end of another", "[1,2,3,4,5,6}"],
    ["no end", "[1,2,3,4,5,6"],
    ["two ends", "[1,2,3,4,5,6]]"],
    ["a text without its end", '[1,2,3,4,5,"6]'],
    ["what looks like its own marks", '[["mark",0],["mark",0],["mark",0]]'],
    ["lists as deep as allowed", `${"[".repeat(HTTP_LIMITS.jsonDepth)}1,2,3,4,5,6${"]".repeat(HTTP_LIMITS.jsonDepth)}`],
    ["a list too deep", `${"[".repeat(HTTP_LIMITS.jsonDepth + 1)}1,2,3,4,5,6${"]".repeat(HTTP_LIMITS.jsonDepth + 1)}`],
    ["numbers of one digit", "7"],
  ])("is read or refused as ever with %s", async (_, sent) => {
    for (let piece = 0; piece < 12; piece++) await expectSame(Buffer.from(sent), piece);
  });

  it("is never parsed more than some ten thousand characters at a time", async () => {
    const groups = Array.from({ length: 2_000 }, (_, at) => ({ id: `g-${at}`, name: "ü".repeat(100) }));
    const types = Array.from({ length: 40 }, (_, at) => ({ type: `t-${at}`, groups: groups.slice(0, 50) }));
    const sent = { events: [...types, { type: "sale", groups }, ...types] };
    const parse = vi.spyOn(JSON, "parse");
    expect(await readLongJson(Buffer.from(JSON.stringify(sent)))).toStrictEqual(sent);
    expect(Math.max(...parse.mock.calls.map(([text]) => text.length))).toBeLessThan(50_000);
  });
});
