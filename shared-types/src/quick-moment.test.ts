import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateForm } from "./dates.ts";
import { momentOf, quickMoment } from "./quick-moment.ts";

const SEED = 20261120;

/** Digits and marks as a moment has them, now and then another one. */
const nearly = fc
  .tuple(
    fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
    fc.boolean(),
    fc.option(fc.tuple(fc.nat(23), fc.constantFrom(..."0123456789-:.TZ+zt \u0660")), { freq: 2 }),
  )
  .map(([date, short, change]) => {
    const text = short ? date.toISOString().replace(/\.\d+/, "") : date.toISOString();
    return change === null ? text : text.slice(0, change[0]) + change[1] + text.slice(change[0] + 1);
  });

describe("moments that are read quickly", () => {
  it(`are those that the calendar reads, for 20,000 of nearly the right form (seed ${SEED})`, () => {
    let read = 0;
    fc.assert(
      fc.property(nearly, (text) => {
        const quick = quickMoment(text);
        expect(momentOf(text)).toBe(Date.parse(text));
        if (Number.isNaN(quick)) return;
        read += 1;
        expect(dateForm(text)).toBe("instant");
        expect(quick).toBe(Date.parse(text));
      }),
      { numRuns: 20_000, seed: SEED },
    );
    expect(read).toBeGreaterThan(8_000);
  });

  it.each(["2026-02-29T10:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T10:00:00+01:00", "0026-11-20T10:00:00Z", ""])(
    "leave %j to the calendar",
    (text) => {
      expect(quickMoment(text)).toBeNaN();
    },
  );
});
