import { type DatedEvent, Decimal, type Goal, type Payout, SETUP_DEFAULTS, type Terms } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { almostHalfACent, type Orders, oddOrders, PLAIN_SALE, usualOrders } from "../testing/orders.ts";
import { payLines, printAmounts } from "./amounts.ts";
import { compileTerms } from "./compile-terms.ts";
import { decide } from "./decide.ts";
import { orderLines } from "./lines.ts";
import { fromMinor } from "./minor-units.ts";
import { integerPayer } from "./pay-in-integers.ts";
import type { Rule } from "./rule.ts";

const termsOf = ({ currency, rounding, payout }: Orders): Terms => ({
  ...{ schema: "firstmatch/terms@1", name: "T", currency, timezone: "UTC", rounding },
  events: [{ type: "sale", name: "Sale", level: "order", default: { payout } }],
});

/** The amounts of each event as they are printed; null where integers leave it to decimals. */
function inIntegers({ payout, events, revenueShare, ...terms }: Orders) {
  const payer = integerPayer(payout, terms);
  const print = (amount: number) => fromMinor(amount, terms.currency);
  return events.map((event) => {
    const paid = payer?.(event, revenueShare);
    return paid === undefined
      ? null
      : {
          payout: print(paid.payout),
          platformFee: print(paid.advertiserCost - paid.payout),
          advertiserCost: print(paid.advertiserCost),
        };
  });
}

/** The same; null where it is rejected. */
function inDecimals(orders: Orders) {
  const { payout, events, revenueShare, currency } = orders;
  const terms = termsOf(orders);
  const rule = { payout, setup: SETUP_DEFAULTS } as Rule;
  return events.map((event) => {
    const lines = payLines(orderLines(rule, event, currency), terms, revenueShare, false);
    if (lines.some(({ status }) => status !== "payable")) return null;
    return printAmounts(
      Decimal.sum(...lines.map((line) => line.payout)),
      Decimal.sum(...lines.map((line) => line.advertiserCost)),
      currency,
    );
  });
}

/** Both ways, ten events a run; how many of those that are paid the integers answered. */
function compare(arbitrary: fc.Arbitrary<Orders>, numRuns: number) {
  let [paid, answered] = [0, 0];
  fc.assert(
    fc.property(arbitrary, (orders) => {
      const [integers, decimals] = [inIntegers(orders), inDecimals(orders)];
      paid += decimals.filter((amounts) => amounts !== null).length;
      answered += integers.filter((amounts) => amounts !== null).length;
      expect(integers).toEqual(decimals.map((amounts, at) => integers[at] && amounts));
    }),
    { numRuns, seed: SEED },
  );
  console.info(`integers answered ${answered} of ${paid} orders that are paid (seed ${SEED})`);
  return { paid, answered };
}

describe("amounts in integers", () => {
  const cps: Payout = { model: "CPS", partner: { percent: "10" }, platform: { percent: "2" } };
  const required: Payout = { model: "CPA", postback: { mode: "required", modifier: "80", margin: "20" } };
  const byShare: Payout = { ...cps, overrideRevenueShare: false };
  const fixed: Payout = { model: "CPS", partner: { fixed: "5" } };
  const given: Payout = { model: "CPS", partner: { percent: "10" }, advertiser: { percent: "15" } };
  const shoes: Goal = { name: "Shoes", by: "category", values: ["Shoes"], partner: { fixed: "1" } };
  const LARGEST = fromMinor(Number.MAX_SAFE_INTEGER, "USD");

  const pay = (payout: Payout, sent: Partial<DatedEvent>, share: string | null) =>
    integerPayer(payout, { currency: "USD", rounding: "half-up" })?.({ ...PLAIN_SALE, ...sent }, share);

  it.each<[string, Payout, Partial<DatedEvent>, number, number, string?]>([
    ["10 % and 2 % of 250.00 → 25.00, 5.00", cps, { orderTotal: "250.00" }, 2500, 3000],
    ["the subtotal before the total", cps, { orderSubtotal: "200", orderTotal: "250" }, 2000, 2400],
    [
      "items of 10 and 20 less a discount of 3 → 2.70",
      cps,
      { items: [{ amount: "10" }, { amount: "20" }], orderDiscount: "3" },
      270,
      324,
    ],
    ["15 ¢ at 10 % half up → 2 ¢", { ...fixed, partner: { percent: "10" } }, { orderTotal: "0.15" }, 2, 2],
    ["fixed 5.00, and no total → 5.00", fixed, {}, 500, 500],
    ["three clicks at 0.005 → 0.02", { model: "CPC", partner: { fixed: "0.005" } }, { clicks: "3" }, 2, 2],
    ["no clicks said → one", { model: "CPC", partner: { fixed: "0.25" } }, {}, 25, 25],
    ["1,500 impressions at 2.00 → 3.00", { model: "CPM", partner: { fixed: "2" } }, { impressions: "1500" }, 300, 300],
    ["10.00 received at modifier 80 and margin 20 → 6.40 of 8.00", required, { postbackPayout: "10" }, 640, 800],
    ["70 % of 12 % of 250.00 → 21.00 of 30.00", byShare, { orderTotal: "250" }, 2100, 3000, "70"],
    ["at most 20.00, and the cost moves", { ...cps, max: "20" }, { orderTotal: "250" }, 2000, 2500],
    ["at least 30.00, and the cost stays", { ...given, min: "30" }, { orderTotal: "250" }, 3000, 3750],
  ])("%s", (_, payout, sent, paid, advertiserCost, share = undefined) =>
    expect(pay(payout, sent, share ?? null)).toEqual({ payout: paid, advertiserCost }),
  );

  it.each<[string, Payout, Partial<DatedEvent>]>([
    ["an event without a base", cps, {}],
    ["impressions that are not said", { model: "CPM", partner: { fixed: "2" } }, {}],
    ["a postback that is required, and nothing received", required, {}],
    ["a share of a partner who has none", byShare, { orderTotal: "250" }],
    ["a payout above the cost", { ...fixed, advertiser: { fixed: "4" } }, {}],
    ["items, and goals", { ...cps, goals: [shoes] }, { orderTotal: "250", items: [{ amount: "1" }] }],
    ["an amount finer than the minor unit", cps, { orderTotal: "0.005" }],
    ["a percent of five digits", { ...cps, partner: { percent: "0.00001" } }, { orderTotal: "250" }],
    ["a bound finer than the minor unit", { ...cps, min: "0.005" }, { orderTotal: "250" }],
    [
      "a discount that no items carry",
      { ...fixed, partner: { percent: "10" } },
      { items: [{ amount: "1" }], orderDiscount: "2" },
    ],
    ["a cost above 2^53 minor units", { ...fixed, platform: { fixed: "0.02" }, min: LARGEST }, {}],
  ])("leave %s to decimals", (_, payout, sent) => expect(pay(payout, sent, null)).toBeUndefined());
});

describe(`amounts in integers beside those in decimals (seed ${SEED})`, () => {
  it("are the same for 100,000 usual orders, and there for more than nine of ten", () => {
    const { paid, answered } = compare(usualOrders, 10_000);
    expect(answered / paid).toBeGreaterThan(0.9);
  });

  it("are the same for 100,000 odd ones: huge, tiny, ties, many digits, the edge of 2^53", () => {
    const { answered } = compare(oddOrders, 10_000);
    expect(answered).toBeGreaterThan(10_000);
  });

  it("are not there for what Numbers would round up to half a cent, from 2^53 millionths of a cent on", () => {
    const { paid, answered } = compare(almostHalfACent, 1_000);
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(paid);
  });

  it("make the same answer to the byte, whoever asks for it: with its lines, or by itself", () =>
    fc.assert(
      fc.property(oddOrders, (orders) => {
        const terms = compileTerms(termsOf(orders));
        const { revenueShare, events } = orders;
        const standing = { partnerId: "p-1", partnerFrom: "event", revenueShare, refused: null, notes: [] } as const;
        const about = { terms, standing, termsRef: { id: null, version: null }, program: null, explain: false };
        const answers = (answerOnly: boolean) =>
          events.map((event) => {
            const decided = decide({ ...about, event, answerOnly });
            return JSON.stringify(decided.ok ? decided.decision : decided);
          });
        expect(answers(true)).toEqual(answers(false));
      }),
      { numRuns: 2_000, seed: SEED },
    ));
});
