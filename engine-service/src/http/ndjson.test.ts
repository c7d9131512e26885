import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Line, linesOf } from "./ndjson.ts";

const SEED = 20261120;

async function cut(chunks: Buffer[], limit?: number) {
  async function* stream() {
    yield* chunks;
  }
  const lines: Line[] = [];
  for await (const some of linesOf(stream(), limit)) lines.push(...some);
  return lines.map((line) => ({ number: line.number, text: textOf(line) }));
}

const textOf = (line: Line) => ("tooLong" in line ? null : "text" in line ? line.text : line.bytes.toString());

describe("lines of a stream", () => {
  it.each([
    [
      "a\nb\n",
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
    [
      "a\nb",
      [
        [1, "a"],
        [2, "b"],
      ],
    ],
    ["\n\r\na\n \t\n", [[3, "a"]]],
    ["", []],
    [
      "12345678\n123456789\n1",
      [
        [1, "12345678"],
        [2, null],
        [3, "1"],
      ],
    ],
    ["123456789", [[1, null]]],
  ])("reads %j with a limit of 8 bytes", async (text, wanted) => {
    const lines = await cut([Buffer.from(text)], 8);
    expect(lines.map(({ number, text }) => [number, text])).toEqual(wanted);
  });

  it(`finds the same lines wherever the stream is cut into chunks, also inside a character (seed ${SEED})`, async () => {
    const lines = fc.array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.constant(""),
        fc.string({ maxLength: 40 }).map((text) => `{${text}`),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.array(fc.nat(40)), async (texts, cuts) => {
        const whole = Buffer.from(texts.map((text) => text.replaceAll("\n", " ")).join("\n"));
        const at = [0, ...cuts.filter((place) => place < whole.length).sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, index) => whole.subarray(at[index], end));
        expect(await cut(chunks, 30)).toEqual(await cut([whole], 30));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
