import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { SameParts } from "./same-parts.ts";

describe("parts that are held once", () => {
  it(`leaves every document as it was, to the order of its fields, and frozen (seed ${SEED})`, () => {
    const parts = new SameParts();
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 20 }), (value) => {
        const shared = parts.of(structuredClone(value));
        expect(JSON.stringify(shared)).toBe(JSON.stringify(value));
        expect(Object.isFrozen(shared)).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("gives equal conditions and payouts of other groups, and of other documents, as one object", () => {
    const group = (id: string) => ({
      id,
      conditions: { all: Array.from({ length: 4 }, (_, at) => ({ fact: `f-${at}`, value: ["x"] })) },
      event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "10" } } } },
    });
    const parts = new SameParts();
    const [one, other] = parts.of([group("1"), group("2")]) as [ReturnType<typeof group>, ReturnType<typeof group>];
    const [third] = parts.of([group("3")]) as [ReturnType<typeof group>];
    for (const twin of [other, third]) {
      expect(twin).not.toBe(one);
      expect(twin.event).toBe(one.event);
      expect(twin.conditions.all[3]).toBe(one.conditions.all[3]);
    }
  });
});
