import {
  type Commission,
  type DatedEvent,
  Decimal,
  type Goal,
  type Item,
  PAYOUT_MODELS,
  type Payout,
  type PayoutModel,
  type Rounding,
  takesPercent,
} from "@firstmatch/shared-types";
import fc from "fast-check";
import { fromMinor } from "../domain/minor-units.ts";

/** Random payouts, and orders to be paid by them: as they are usual, and as nobody writes them. */

export interface Orders {
  currency: string;
  rounding: Rounding;
  payout: Payout;
  /** Ten of them: to make a payout takes longer than to pay by it. */
  events: DatedEvent[];
  revenueShare: string | null;
}

interface Numbers {
  amount: fc.Arbitrary<string>;
  percent: fc.Arbitrary<string>;
  /** A percent up to 100: a margin, a revenue share. */
  share: fc.Arbitrary<string>;
  count: fc.Arbitrary<string>;
}

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const text = (digits: bigint | number, places: number) => new Decimal(String(digits)).times(`1e-${places}`).toFixed();

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

/** Around 2^53 millionths of a cent; 33.3333 % of each amount, in cents, ends in .499999 or .5. */
const almostHalf = (): Numbers => ({
  ...usual("USD"),
  amount: fc
    .tuple(fc.integer({ min: 20_000, max: 60_000 }), oneOf(500_003, 500_000))
    .map(([millions, rest]) => fromMinor(millions * 1_000_000 + rest, "USD")),
  percent: fc.constant("33.3333"),
});

const SHOES: Goal = { name: "Shoes", by: "category", values: ["Shoes"], partner: { fixed: "1" } };

function payoutBy(model: PayoutModel, { amount, percent, share }: Numbers): fc.Arbitrary<Payout> {
  const fixed = fc.oneof(amount, oneOf("0.005", "0.0125", "1.25")).map((value): Commission => ({ fixed: value }));
  const commission = takesPercent(model)
    ? fc.oneof(
        percent.map((value): Commission => ({ percent: value })),
        fixed,
      )
    : fixed;
  const postback = fc.record(
    { mode: oneOf("ignored", "required", "overrides"), modifier: percent, margin: share },
    { requiredKeys: ["mode", "modifier"] },
  );
  const rest = fc.record(
    {
      min: fc.oneof({ weight: 4, arbitrary: oneOf("0", "1", "2") }, amount),
      max: fc.oneof({ weight: 4, arbitrary: oneOf("5", "50", "999999999") }, amount),
      overrideRevenueShare: fc.boolean(),
      postback,
    },
    { requiredKeys: [] },
  );
  const other = fc.oneof(fc.constant({}), fc.record({ platform: commission }), fc.record({ advertiser: commission }));
  const goals = fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, fc.constant<Partial<Payout>>({ goals: [SHOES] }));
  return fc.tuple(commission, other, rest, goals).map(([partner, others, more, byGoals]) => ({
    ...{ model, partner, ...others, ...more },
    ...(takesPercent(model) && byGoals),
  }));
}

export const PLAIN_SALE: DatedEvent = { eventType: "sale", occurredAt: "2026-11-20T10:00:00Z" };

const eventOf = ({ amount, count }: Numbers): fc.Arbitrary<DatedEvent> => {
  const item: fc.Arbitrary<Item> = fc.record(
    { amount, category: oneOf("Shoes", "Hats") },
    { requiredKeys: ["category"] },
  );
  const facts = {
    ...{ orderSubtotal: amount, orderTotal: amount, orderDiscount: oneOf("0", "0.00", "0.01", "3") },
    ...{ postbackPayout: amount, clicks: count, impressions: count, items: fc.array(item, { maxLength: 3 }) },
  };
  return fc.record(facts, { requiredKeys: [] }).map((sent) => ({ ...PLAIN_SALE, ...sent }));
};

const ordersOf = (numbers: Numbers, currency: string): fc.Arbitrary<Orders> =>
  fc.record({
    currency: fc.constant(currency),
    rounding: oneOf("half-up", "half-even"),
    payout: fc.oneof(...PAYOUT_MODELS.map((model) => payoutBy(model, numbers))),
    events: fc.array(eventOf(numbers), { minLength: 10, maxLength: 10 }),
    revenueShare: fc.option(numbers.share),
  });

const inAllCurrencies = (numbersOf: (currency: string) => Numbers) =>
  fc.oneof(...["USD", "EUR", "JPY", "KWD", "CLF"].map((currency) => ordersOf(numbersOf(currency), currency)));

export const usualOrders = inAllCurrencies(usual);
export const oddOrders = inAllCurrencies(odd);
export const almostHalfACent = ordersOf(almostHalf(), "USD");
