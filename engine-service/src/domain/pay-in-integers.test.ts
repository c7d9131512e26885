import {
  type Commission,
  type DatedEvent,
  Decimal,
  type Goal,
  type Item,
  type Payout,
  type Rounding,
  type Terms,
} from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { ask } from "../testing/ask.ts";
import { payLines, printAmounts } from "./amounts.ts";
import { compileTerms } from "./compile-terms.ts";
import { orderLines } from "./lines.ts";
import { fromMinor } from "./minor-units.ts";
import { integerPayer } from "./pay-in-integers.ts";
import type { Rule } from "./rule.ts";

interface Order {
  currency: string;
  rounding: Rounding;
  payout: Payout;
  events: DatedEvent[];
  revenueShare: string | null;
}

const termsOf = ({ currency, rounding, payout }: Pick<Order, "currency" | "rounding" | "payout">): Terms => ({
  ...{ schema: "firstmatch/terms@1", name: "T", currency, timezone: "UTC", rounding },
  events: [{ type: "sale", name: "Sale", level: "order", default: { payout } }],
});

/** What is printed by either way; null where it leaves the event to the other, or rejects it. */
function inIntegers({ payout, events, revenueShare, ...terms }: Order) {
  const payer = integerPayer(payout, terms);
  return events.map((event) => {
    const paid = payer?.(event, revenueShare);
    if (paid === undefined) return null;
    const print = (amount: number) => fromMinor(amount, terms.currency);
    return {
      payout: print(paid.payout),
      platformFee: print(paid.advertiserCost - paid.payout),
      advertiserCost: print(paid.advertiserCost),
    };
  });
}

function inDecimals(order: Order) {
  const { events, revenueShare, currency } = order;
  const terms = termsOf(order);
  const rule = compileTerms(terms).events.get("sale")?.default as Rule;
  return events.map((event) => {
    const lines = payLines(orderLines(rule, event, currency), terms, revenueShare, false);
    if (lines.some(({ status }) => status !== "payable")) return null;
    return printAmounts(
      Decimal.sum(...lines.map(({ payout }) => payout)),
      Decimal.sum(...lines.map(({ advertiserCost }) => advertiserCost)),
      currency,
    );
  });
}

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const text = (digits: bigint | number, places: number) => new Decimal(String(digits)).times(`1e-${places}`).toFixed();
const currencies = oneOf("USD", "USD", "EUR", "JPY", "KWD", "CLF");

/** Texts that orders and managers write, and those that nobody does. */
interface Numbers {
  amount: fc.Arbitrary<string>;
  percent: fc.Arbitrary<string>;
  /** A percent up to 100: a margin, a revenue share. */
  share: fc.Arbitrary<string>;
  count: fc.Arbitrary<string>;
}

const usual = (currency: string): Numbers => ({
  amount: fc.nat({ max: 1_000_000 }).map((minor) => fromMinor(minor, currency)),
  percent: fc.oneof(
    fc.nat({ max: 1_000 }).map((tenths) => text(tenths, 1)),
    oneOf("10", "0", "100", "33.333"),
  ),
  share: oneOf("70", "33.3333", "0", "100", "20", "7.5"),
  count: fc.nat({ max: 5_000 }).map(String),
});

const odd = (currency: string): Numbers => {
  const { amount, percent, share, count } = usual(currency);
  const hostile = oneOf(
    ...["0", "0.00", "-0", "0.005", "0.015", "0.025", "0.5", "00012.50", "12.500000", "1250.0"],
    ...["9007199254.74", "9007199254740991", "9007199254740992", "9007199254740993", "90071992547409.92"],
    ...["123456789012345678901234567890.123456789", "0.0000000000000001", "9".repeat(40), `0.${"3".repeat(38)}`],
  );
  const random = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 18 }))
    .map(([digits, places]) => text(digits, places));
  // Around the amount from which on a percent of it has 2^53 millionths of a minor unit or more.
  const edge = fc
    .tuple(oneOf(10_000, 75_000, 333_330, 1_000_000), fc.integer({ min: -3, max: 3 }))
    .map(([millionths, off]) => fromMinor(Math.floor(2 ** 53 / millionths) + off, currency));
  const whole = oneOf("0", "1", "3.0", "1000", "007", "9007199254740993", "9".repeat(40));
  return {
    amount: fc.oneof({ weight: 2, arbitrary: amount }, hostile, random, edge),
    percent: fc.oneof({ weight: 3, arbitrary: percent }, hostile, random, oneOf("1", "7.5", "33.333", "0.0001")),
    share: fc.oneof({ weight: 3, arbitrary: share }, oneOf("99.9999", "0.00001", "12.34567", "050.0")),
    count: fc.oneof(count, whole),
  };
};

function commissionOf({ amount, percent }: Numbers, model: Payout["model"]): fc.Arbitrary<Commission> {
  const fixed = fc.oneof(amount, oneOf("0.005", "0.0125", "1.25")).map((value) => ({ fixed: value }));
  return model === "CPS" || model === "lifetime"
    ? fc.oneof(
        percent.map((value) => ({ percent: value })),
        fixed,
      )
    : fixed;
}

const SHOES: Goal = { name: "Shoes", by: "category", values: ["Shoes"], partner: { fixed: "1" } };

const payoutOf = (numbers: Numbers): fc.Arbitrary<Payout> =>
  oneOf<Payout["model"]>("CPS", "CPS", "lifetime", "CPA", "CPC", "CPM").chain((model) => {
    const commission = commissionOf(numbers, model);
    const postback = fc.record(
      { mode: oneOf("ignored", "required", "overrides"), modifier: numbers.percent, margin: numbers.share },
      { requiredKeys: ["mode", "modifier"] },
    );
    return fc
      .tuple(
        commission,
        fc.oneof(fc.constant({}), fc.record({ platform: commission }), fc.record({ advertiser: commission })),
        fc.record(
          {
            min: fc.oneof({ weight: 4, arbitrary: oneOf("0", "1", "2") }, numbers.amount),
            max: fc.oneof({ weight: 4, arbitrary: oneOf("5", "50", "999999999") }, numbers.amount),
            overrideRevenueShare: fc.boolean(),
            postback,
          },
          { requiredKeys: [] },
        ),
        fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, fc.constant<Partial<Payout>>({ goals: [SHOES] })),
      )
      .map(([partner, other, rest, goals]) => ({ model, partner, ...other, ...rest, ...(model === "CPS" && goals) }));
  });

const eventOf = ({ amount, count }: Numbers): fc.Arbitrary<DatedEvent> => {
  const item: fc.Arbitrary<Item> = fc.record(
    { amount, category: oneOf("Shoes", "Hats") },
    { requiredKeys: ["category"] },
  );
  return fc
    .record(
      {
        orderSubtotal: amount,
        orderTotal: amount,
        orderDiscount: oneOf("0", "0.00", "0.01", "3"),
        postbackPayout: amount,
        clicks: count,
        impressions: count,
        items: fc.array(item, { maxLength: 3 }),
      },
      { requiredKeys: [] },
    )
    .map((facts) => ({ eventType: "sale", occurredAt: "2026-11-20T10:00:00Z", ...facts }));
};

const orders = (numbersOf: (currency: string) => Numbers): fc.Arbitrary<Order> =>
  currencies.chain((currency) => {
    const numbers = numbersOf(currency);
    return fc.record({
      currency: fc.constant(currency),
      rounding: oneOf<Rounding>("half-up", "half-even"),
      payout: payoutOf(numbers),
      events: fc.array(eventOf(numbers), { minLength: 10, maxLength: 10 }),
      revenueShare: fc.option(numbers.share),
    });
  });

/** Both ways over 100,000 events; how many of those that are paid the integers answered. */
function compare(arbitrary: fc.Arbitrary<Order>) {
  let [paid, answered] = [0, 0];
  fc.assert(
    fc.property(arbitrary, (order) => {
      const [integers, decimals] = [inIntegers(order), inDecimals(order)];
      paid += decimals.filter((amounts) => amounts !== null).length;
      answered += integers.filter((amounts) => amounts !== null).length;
      expect(integers).toEqual(decimals.map((amounts, at) => integers[at] && amounts));
    }),
    { numRuns: 10_000, seed: SEED },
  );
  return { paid, answered };
}

describe(`amounts in integers, beside those in decimals (seed ${SEED})`, () => {
  it("are the same for 100,000 usual orders, and cover more than nine of ten", () => {
    const { paid, answered } = compare(orders(usual));
    console.info(`integers answered ${answered} of ${paid} usual orders that are paid`);
    expect(answered / paid).toBeGreaterThan(0.9);
  });

  it("are the same for 100,000 odd orders: huge, tiny, ties, many digits, the edge of 2^53", () => {
    const { paid, answered } = compare(orders(odd));
    console.info(`integers answered ${answered} of ${paid} odd orders that are paid`);
    expect(answered).toBeGreaterThan(10_000);
  });

  it("answer, through decide, what is answered with an explanation, which is made from decimals", () => {
    fc.assert(
      fc.property(orders(odd), (order) => {
        const terms = termsOf(order);
        const partner = { id: "p-1", ...(order.revenueShare !== null && { revenueShare: order.revenueShare }) };
        for (const event of order.events) {
          const owned = { ...event, partnerId: "p-1" };
          const { trace, calculation, ...explained } = ask(terms, owned, partner, true);
          expect(JSON.stringify(ask(terms, owned, partner))).toBe(JSON.stringify(explained));
        }
      }),
      { numRuns: 2_000, seed: SEED },
    );
  });
});
