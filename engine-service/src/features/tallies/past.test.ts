import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { SEED } from "../../testing/arbitraries.ts";
import type { Journal } from "../journal/journal.ts";
import { WorkingSet } from "../journal/working-set.ts";
import { pastOf, pastTallies, talliesOf } from "./past.ts";
import { tallyStore } from "./tally-store.ts";

/** Shelves of an empty store: everything is in the working set. */
const emptyJournal = {
  shelf: (name: string) => ({ name, documents: { find: async () => [] } }),
} as unknown as Journal;

const days = fc
  .integer({ min: 0, max: 120 })
  .map((offset) => DateTime.fromISO("2024-01-15", { zone: "utc" }).plus({ days: offset }).toFormat("yyyy-MM-dd"));
const change = fc.record({
  day: days,
  partner: fc.constantFrom("p-7", "p-8", null),
  isPrivate: fc.boolean(),
  conversions: fc.constantFrom(1, 1, 1, 0, -1),
  sale: fc.integer({ min: -5_000, max: 1_000_000 }),
});

describe(`what a partner reached (seed ${SEED})`, () => {
  it("is what its conversions add up to, over any days, also those of the batch itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 30 }), days, async (changes, day) => {
        const tallies = tallyStore(emptyJournal);
        const set = new WorkingSet();
        for (const { partner, isPrivate, conversions, sale, day: on } of changes) {
          const sides = { [isPrivate ? "private" : "public"]: { conversions, sale } };
          await tallies.add(set, { program: "acme", partner, day: on, public: {}, private: {}, rules: [], ...sides });
          set.keep();
        }
        const since = DateTime.fromISO(day, { zone: "utc" }).minus({ days: 29 }).toFormat("yyyy-MM-dd");
        const sum = (counts: (on: string) => boolean) => {
          const own = changes.filter(({ partner, day: on }) => partner === "p-7" && counts(on));
          const of = (key: "conversions" | "sale") => own.reduce((total, each) => total + each[key], 0);
          return [String(of("conversions")), (of("sale") / 100).toFixed(2).replace("-0.00", "0.00")];
        };
        const past = await pastOf(talliesOf(set, tallies), { _id: "acme", currency: "USD" }, "p-7", day);
        expect([past.partnerConversions, past.partnerRevenue]).toEqual(sum(() => true));
        expect([past.partnerConversionsThisMonth, past.partnerRevenueThisMonth]).toEqual(
          sum((on) => on.slice(0, 7) === day.slice(0, 7)),
        );
        expect([past.partnerConversionsLast30Days, past.partnerRevenueLast30Days]).toEqual(
          sum((on) => since <= on && on <= day),
        );
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it.each([
    ["2026-11-30", ["2026-11"]],
    ["2026-11-29", ["2026-11", "2026-10"]],
    ["2026-03-01", ["2026-03", "2026-02", "2026-01"]],
    ["2024-03-01", ["2024-03", "2024-02"]],
    ["2027-01-01", ["2027-01", "2026-12"]],
  ])("seen from %s, is read from the tallies of %j and of all time", (day, months) => {
    expect(pastTallies("acme", "p-7", day)).toEqual(
      [...months, "all"].flatMap((month) => [`acme/${month}/public/p-7`, `acme/${month}/private/p-7`]),
    );
  });

  it.each([
    ["JPY", "1234"],
    ["KWD", "1.234"],
  ])("tells sales in major units of %s", async (currency, sales) => {
    const tallies = tallyStore(emptyJournal);
    const set = new WorkingSet();
    await tallies.add(set, {
      ...{ program: "acme", partner: "p-7", day: "2026-11-20", private: {}, rules: [] },
      public: { conversions: 1, sale: 1234 },
    });
    const past = await pastOf(talliesOf(set, tallies), { _id: "acme", currency }, "p-7", "2026-11-20");
    expect(past.partnerRevenue).toBe(sales);
  });
});
