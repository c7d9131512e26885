import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventToForm, formToEvent, type Loose, withAskedRows, withField, withNewRow } from "./event-form.ts";
import { readEventText } from "./read-event-text.ts";

const SEED = 20261121;

/** JSON has no -0: written out, it is 0. */
const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const param = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), json);
const key = fc.oneof(
  fc.constantFrom("orderTotal", "partnerId", "occurredAt", "program", "explain", "ordertotal", "country", "items"),
  fc.string(),
);
const anyEvent: fc.Arbitrary<Loose> = fc
  .record(
    {
      fields: fc.dictionary(key, json, { maxKeys: 8 }),
      items: fc.array(fc.dictionary(fc.constantFrom("sku", "amount", "colour"), json)),
      params: fc.dictionary(fc.string(), param),
    },
    { requiredKeys: ["fields"] },
  )
  .map(({ fields, ...lists }) => ({ ...fields, ...lists }));

describe("an event as form and as JSON", () => {
  it(`loses nothing on the way to the form and back, whatever the JSON holds (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(formToEvent(eventToForm(event))).toEqual(event);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("is the same after it was printed and read again", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const read = readEventText(JSON.stringify(formToEvent(eventToForm(event)), null, 2));
        expect(read).toEqual({ ok: true, event });
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("leaves out a field that was emptied, and keeps the empty text that was sent", () => {
    expect(withField({ source: "x", country: "US" }, "source", "")).toEqual({ country: "US" });
    expect(formToEvent(eventToForm({ source: "" }))).toEqual({ source: "" });
  });

  it("sends a number that was typed as a number, and says it as text when it is none", () => {
    const row = { key: "a", name: "size", kind: "number" as const };
    const sent = (value: string) =>
      formToEvent({ fields: {}, items: [], rest: {}, params: [{ ...row, value }] }).params;
    expect(sent("42.5")).toEqual({ size: 42.5 });
    expect(sent("42a")).toEqual({ size: "42a" });
  });

  it("offers a row for every parameter that rules ask for, and sends none of them until it is filled in", () => {
    const rows = withNewRow(withAskedRows([], ["tier", "plan"]));
    expect(rows.map((row) => row.name)).toEqual(["tier", "plan", ""]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(3);
    expect(formToEvent({ fields: {}, items: [], rest: {}, params: rows })).toEqual({});
    expect(withAskedRows(rows, ["tier", "plan"])).toEqual(rows);
  });
});
