import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";
import { type Asked, type Reversal, type Reversible, reversal, reversibleItems } from "./reversal.ts";

/** Printed with a failure, too: the same cases every time. */
const SEED = { seed: 20261121, numRuns: 2_000 };

/** An order of one line, in cents. */
const order = (more: Partial<Reversible> = {}): Reversible => {
  const lines = more.lines ?? [{ item: null, base: 10_000, payout: 1_000, fee: 200 }];
  const left = lines.map(({ base, payout, fee }) => ({ sale: base ?? 0, payout, fee }));
  return { left, items: [], reversedItems: [], currency: "USD", ...more, lines };
};

function taken(of: Reversible, ...asked: Asked[]): Reversible & { whole: boolean } {
  let now = { ...of, whole: false };
  for (const each of asked) {
    const done = reversal(now, each);
    if (!done.ok) throw new Error(`${done.pointer} ${done.message}`);
    now = { ...now, ...done };
  }
  return now;
}

const leftOf = (of: Reversible) => of.left.map(({ sale, payout, fee }) => [sale, payout, fee]);

describe("reversing part of a conversion", () => {
  it.each<[string, Reversible, Asked[], number[][]]>([
    ["40 of 100 → 60 % is left of payout and fee", order(), [{ amount: 4_000 }], [[6_000, 600, 120]]],
    ["a fixed payout by the same proportion", order(), [{ amount: 5_000 }], [[5_000, 500, 100]]],
    [
      "half of 15 ¢ → 8 ¢ is left, half up",
      order({ lines: [{ item: null, base: 100, payout: 15, fee: 0 }] }),
      [{ amount: 50 }],
      [[50, 8, 0]],
    ],
    [
      "a hundred times 1 ¢ of 100 ¢ → nothing",
      order({ lines: [{ item: null, base: 100, payout: 7, fee: 1 }] }),
      Array(100).fill({ amount: 1 }),
      [[0, 0, 0]],
    ],
    [
      "an amount over two lines by their bases",
      order({
        lines: [
          { item: 0, base: 6_000, payout: 600, fee: 0 },
          { item: 1, base: 4_000, payout: 0, fee: 40 },
        ],
        items: [6_000, 4_000],
      }),
      [{ amount: 5_000 }],
      [
        [3_000, 300, 0],
        [2_000, 0, 20],
      ],
    ],
    [
      "an item with a line of its own",
      order({
        lines: [
          { item: 0, base: 6_000, payout: 600, fee: 0 },
          { item: 1, base: null, payout: 500, fee: 40 },
        ],
        items: [6_000, null],
      }),
      [{ items: [1] }],
      [
        [6_000, 600, 0],
        [0, 0, 0],
      ],
    ],
    ["an item of an order by its net amount", order({ items: [7_500, 2_500] }), [{ items: [0] }], [[2_500, 250, 50]]],
    [
      "what is left of an item, after half of the order",
      order({ items: [6_000, 4_000] }),
      [{ amount: 5_000 }, { items: [0] }],
      [[2_000, 200, 40]],
    ],
    [
      "an item beside goals, from the line of the rest",
      order({
        lines: [
          { item: 0, base: 6_000, payout: 60, fee: 0 },
          { item: null, base: 4_000, payout: 400, fee: 0 },
        ],
        items: [6_000, 3_000, 1_000],
      }),
      [{ items: [1] }, { amount: 3_500 }],
      [
        [3_000, 30, 0],
        [500, 50, 0],
      ],
    ],
    [
      "all items of an order whose subtotal is less than they come to",
      order({ items: [9_000, 3_000] }),
      [{ items: [0] }, { items: [1] }],
      [[0, 0, 0]],
    ],
  ])("%s", (_, of, asked, left) => {
    expect(leftOf(taken(of, ...asked))).toEqual(left);
  });

  it.each<[string, Reversible, Asked, string]>([
    [
      "more than is left",
      taken(order(), { amount: 4_000 }),
      { amount: 6_001 },
      "/amount must be at most 60.00 USD, which is left of the sale, not 60.01 USD",
    ],
    ["nothing", order(), { amount: 0 }, "/amount must be more than zero; 100.00 USD of the sale is left"],
    [
      "an amount of what carries none",
      order({ lines: [{ item: null, base: null, payout: 500, fee: 0 }] }),
      { amount: 1 },
      "/amount cannot be taken from a conversion of whose sale nothing is left; reverse it whole or by items",
    ],
    [
      "an item that is not there",
      order({ items: [1, 2] }),
      { items: [2] },
      "/items/0 must be from 0 to 1, the items of the event, not 2",
    ],
    [
      "items of an event without",
      order(),
      { items: [0] },
      "/items/0 names item 0, and the event carries no items; reverse it whole or by an amount",
    ],
    [
      "an item twice",
      order({ items: [5_000, 5_000] }),
      { items: [1, 1] },
      "/items/1 names item 1, which is named twice",
    ],
    [
      "an item once more",
      taken(order({ items: [5_000, 5_000] }), { items: [1] }),
      { items: [1] },
      "/items/0 names item 1, which is reversed already",
    ],
    [
      "an item without an amount in an order",
      order({ items: [5_000, null] }),
      { items: [1] },
      "/items/0 names item 1, whose part of the order is not known; reverse it whole or by an amount",
    ],
    [
      "an item of which nothing is left",
      taken(order({ items: [10_000] }), { amount: 10_000 }),
      { items: [0] },
      "/items/0 names item 0, of which nothing is left",
    ],
  ])("is refused with a sentence: %s", (_, of, asked, sentence) => {
    const done = reversal(of, asked) as Exclude<Reversal, { ok: true }>;
    expect(`${done.pointer} ${done.message}`).toBe(sentence);
  });

  it("tells which items can still be taken back", () => {
    expect(reversibleItems(taken(order({ items: [4_000, null, 6_000] }), { items: [0] }))).toEqual([2]);
  });
});

/** Lines at item level; or one line, with items or without; or a goal's line beside the rest. Amounts up to 10 000.00. */
const conversions: fc.Arbitrary<Reversible> = fc
  .record({
    nets: fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000 }), { freq: 8 }), { minLength: 1, maxLength: 6 }),
    rates: fc.array(fc.tuple(fc.nat(300_000), fc.nat(100_000)), { minLength: 7, maxLength: 7 }),
    own: fc.constantFrom("every", "none", "first"),
  })
  .map(({ nets, rates, own }) => {
    const amounts = rates.map(([payout, fee]) => ({ payout, fee }));
    const items = nets.map((base, item) => ({ item, base, ...(amounts[item] as { payout: number; fee: number }) }));
    const rest = own === "every" ? [] : items.slice(own === "none" ? 0 : 1);
    const base = rest.some((line) => line.base === null) ? null : rest.reduce((sum, line) => sum + (line.base ?? 0), 0);
    const lines =
      own === "every"
        ? items
        : [
            ...items.slice(0, own === "none" ? 0 : 1),
            { item: null, base, ...(amounts[6] as { payout: number; fee: number }) },
          ];
    return order({ lines, items: nets });
  });

/** Requests made to fit: a share of what is left of the sale, or an item. */
const steps = fc.array(
  fc.oneof(fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }), fc.record({ item: fc.nat(5) })),
  { maxLength: 12 },
);

const saleOf = (of: Reversible) => of.left.reduce((sum, { sale }) => sum + sale, 0);

const askedBy = (of: Reversible, step: { share: number } | { item: number }): Asked =>
  "item" in step ? { items: [step.item] } : { amount: Math.ceil(step.share * saleOf(of)) };

describe("reversals whatever they are", () => {
  it("never take below zero, give anything back, or leave a line a unit beside its exact proportion", () => {
    fc.assert(
      fc.property(conversions, steps, (of, some) => {
        let now = of;
        for (const step of some) {
          const done = reversal(now, askedBy(now, step));
          if (!done.ok) continue;
          for (const [at, took] of done.taken.entries()) {
            const { base, payout, fee } = of.lines[at] as Reversible["lines"][number];
            const left = done.left[at] as Reversible["left"][number];
            expect(Math.min(...Object.values(took), ...Object.values(left))).toBeGreaterThanOrEqual(0);
            if (!base) continue;
            expect(Math.abs(left.payout - (payout * left.sale) / base)).toBeLessThanOrEqual(0.5 + 1e-6);
            expect(Math.abs(left.fee - (fee * left.sale) / base)).toBeLessThanOrEqual(0.5 + 1e-6);
          }
          if ("share" in step)
            expect(saleOf(now) - saleOf({ ...now, ...done })).toBe(Math.ceil(step.share * saleOf(now)));
          now = { ...now, ...done };
        }
      }),
      SEED,
    );
  });

  it("come to exactly nothing when the rest is reversed, whatever went before", () => {
    fc.assert(
      fc.property(conversions, steps, (of, some) => {
        let now = of;
        const sums = { sale: 0, payout: 0, fee: 0 };
        const add = (done: Reversal) => {
          if (!done.ok) return;
          for (const { sale, payout, fee } of done.taken) {
            sums.sale += sale;
            sums.payout += payout;
            sums.fee += fee;
          }
          now = { ...now, ...done };
        };
        for (const step of some) add(reversal(now, askedBy(now, step)));
        add(reversal(now, "whole"));
        expect(leftOf(now)).toEqual(of.lines.map(() => [0, 0, 0]));
        const frozen = leftOf(of).reduce(
          (total, line) => total.map((each, at) => each + (line[at] as number)),
          [0, 0, 0],
        );
        expect(Object.values(sums)).toEqual(frozen);
      }),
      SEED,
    );
  });

  it("leave the same, to the unit, in whatever order the amounts were taken, or all at once", () => {
    fc.assert(
      fc.property(conversions, fc.array(fc.nat(200_000), { minLength: 2, maxLength: 6 }), (of, amounts) => {
        let room = saleOf(of);
        const fitting = amounts.flatMap((amount) => {
          const some = Math.min(room, amount);
          room -= some;
          return some > 0 ? [some] : [];
        });
        if (fitting.length === 0) return;
        const one = taken(of, ...fitting.map((amount) => ({ amount })));
        const other = taken(of, ...fitting.toReversed().map((amount) => ({ amount })));
        const once = taken(of, { amount: fitting.reduce((sum, amount) => sum + amount, 0) });
        expect(leftOf(other)).toEqual(leftOf(one));
        expect(leftOf(once)).toEqual(leftOf(one));
      }),
      SEED,
    );
  });

  it("leave the same in whatever order the items were taken, or all at once", () => {
    fc.assert(
      fc.property(conversions, fc.uniqueArray(fc.nat(5), { maxLength: 6 }), (of, some) => {
        const items = some.filter((item) => reversibleItems(of).includes(item));
        if (items.length === 0) return;
        const steps = items.filter(
          (item, at) => reversal(taken(of, ...(at > 0 ? [{ items: items.slice(0, at) }] : [])), { items: [item] }).ok,
        );
        if (steps.length < items.length) return;
        expect(leftOf(taken(of, ...items.toReversed().map((item) => ({ items: [item] }))))).toEqual(
          leftOf(taken(of, { items })),
        );
      }),
      SEED,
    );
  });
});

describe("dividing units by weights", () => {
  const weights = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 });
  const shared = fc.tuple(weights, fc.double({ min: 0, max: 1, noNaN: true })).map(([some, share]) => ({
    some,
    units: Math.floor(share * some.reduce((sum, weight) => sum + weight, 0)),
  }));

  it("gives parts that add up, none above its weight, and none less for a unit more", () => {
    fc.assert(
      fc.property(shared, ({ some, units }) => {
        const parts = apportion(units, some);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(units);
        for (const [at, part] of parts.entries()) expect(part).toBeLessThanOrEqual(some[at] as number);
        if (units === 0) return;
        const fewer = apportion(units - 1, some);
        for (const [at, part] of fewer.entries()) expect(part).toBeLessThanOrEqual(parts[at] as number);
      }),
      SEED,
    );
  });

  it("gives some of the parts as they would be without the others", () => {
    fc.assert(
      fc.property(shared, fc.nat(7), ({ some, units }, at) => {
        const parts = apportion(units, some);
        const rest = parts.slice(0, at);
        expect(
          apportion(
            rest.reduce((sum, part) => sum + part, 0),
            some.slice(0, at),
          ),
        ).toEqual(rest);
      }),
      SEED,
    );
  });
});
