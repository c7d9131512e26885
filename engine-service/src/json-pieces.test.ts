import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonPieces } from "./json-pieces.ts";
import { SEED } from "./testing/arbitraries.ts";

const whole = (value: unknown) => [...jsonPieces(value)].join("");

describe("JSON in pieces", () => {
  it(`is the text that JSON.stringify makes (seed ${SEED})`, () => {
    const entry = fc.jsonValue({ maxDepth: 2 });
    const long = fc.array(fc.option(entry, { nil: undefined }), { minLength: 99, maxLength: 120 });
    const document = fc.oneof(
      fc.jsonValue(),
      long,
      fc.record({ a: fc.option(entry, { nil: undefined }), events: fc.array(fc.record({ groups: long, b: entry })) }),
    );
    fc.assert(
      fc.property(document, (value) => {
        expect(whole(value)).toBe(JSON.stringify(value));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("comes in pieces of some ten thousand characters, whatever the document holds besides", () => {
    const groups = Array.from({ length: 10_000 }, (_, at) => ({ id: `g-${at}`, name: "x".repeat(100) }));
    const pieces = [...jsonPieces({ _id: "t", draft: { revision: 1, terms: { events: [{ type: "sale", groups }] } } })];
    expect(pieces.length).toBeGreaterThan(15);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  });
});
