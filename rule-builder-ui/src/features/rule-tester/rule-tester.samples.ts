import type { CandidateTrace, ConditionTrace, Decision, Terms } from "@firstmatch/shared-types";

/** Terms and decisions that the tests of this room share. */

export const sampleTerms: Terms = {
  schema: "firstmatch/terms@1",
  name: "Standard",
  currency: "USD",
  timezone: "America/New_York",
  events: [
    {
      type: "sale",
      name: "Online sale",
      level: "order",
      default: { payout: { model: "CPS", partner: { percent: "10" } } },
      groups: [
        {
          id: "new-200",
          name: "New and 200 or more",
          conditions: {
            all: [
              { fact: "customerStatus", operator: "isAnyOf", value: ["New"] },
              { fact: "orderTotal", operator: "greaterThanInclusive", value: "200" },
            ],
          },
          event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "15" } } } },
        },
        {
          id: "weekend",
          name: "Weekend gold",
          conditions: {
            all: [
              {
                any: [
                  { fact: "params.tier", operator: "isAnyOf", value: ["gold", "silver"] },
                  { not: { fact: "dayOfWeek", operator: "isNoneOf", value: ["Saturday"] } },
                ],
              },
            ],
          },
          event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "12" } } } },
        },
      ],
    },
  ],
};

export const conditionTrace = (change: Partial<ConditionTrace>): ConditionTrace => ({
  fact: "orderTotal",
  operator: "greaterThanInclusive",
  expected: "200",
  actual: "250.00",
  missing: false,
  result: true,
  ...change,
});

const group = (change: Partial<CandidateTrace>): CandidateTrace => ({
  kind: "group",
  id: "new-200",
  name: "New and 200 or more",
  rank: 1,
  result: "matched",
  item: null,
  conditions: [conditionTrace({})],
  ...change,
});

export const defaultTrace = (change: Partial<CandidateTrace> = {}): CandidateTrace =>
  group({ kind: "default", id: null, name: null, rank: null, result: "not-reached", conditions: [], ...change });

export const payableDecision: Decision = {
  program: null,
  terms: { id: null, version: null },
  eventType: "sale",
  partnerId: null,
  partnerFrom: null,
  occurredAt: "2026-11-20T10:00:00Z",
  level: "order",
  status: "payable",
  reason: null,
  match: { kind: "group", id: "new-200", name: "New and 200 or more", rank: 1 },
  currency: "USD",
  payout: "37.50",
  platformFee: "0.00",
  advertiserCost: "37.50",
  visibility: "public",
  lines: [],
  trace: [
    group({}),
    group({
      id: "weekend",
      name: "Weekend gold",
      rank: 2,
      result: "disabled",
      conditions: [],
    }),
    defaultTrace(),
  ],
  calculation: [{ item: null, goal: null, steps: ["Partner: 15 % of the order's total, 250, = 37.50."] }],
};

const nothing = { payout: "0.00", platformFee: "0.00", advertiserCost: "0.00" };

export const kpiDecision: Decision = { ...payableDecision, ...nothing, status: "kpi", visibility: "private" };

export const rejectedDecision: Decision = {
  ...payableDecision,
  ...nothing,
  status: "rejected",
  reason: "postback-payout-missing",
  partnerId: "p-7",
  partnerFrom: "coupon-code",
};

export const inactiveDecision: Decision = {
  ...payableDecision,
  ...nothing,
  status: "rejected",
  reason: "not-active",
  partnerId: "p-9",
  partnerFrom: "promo-code",
  notes: [
    "The promo code SUMMER belongs to p-9; the event named p-7, and in this program the code wins.",
    "The membership of p-9 was not active when the event occurred.",
  ],
};

const line = { goal: null, status: "payable" as const, visibility: "public" as const };
const shoes = { kind: "group" as const, id: "shoes", name: "Shoes", rank: 1 };

export const mixedDecision: Decision = {
  ...payableDecision,
  level: "item",
  match: { kind: "mixed" },
  payout: "38.00",
  advertiserCost: "38.00",
  lines: [
    { ...line, item: 0, match: shoes, base: "180.00", payout: "36.00", platformFee: "0.00", advertiserCost: "36.00" },
    {
      ...line,
      item: 1,
      match: { kind: "default", id: null, name: null, rank: null },
      base: "20.00",
      payout: "2.00",
      platformFee: "0.00",
      advertiserCost: "2.00",
    },
  ],
  trace: [
    group({
      ...shoes,
      item: 0,
      conditions: [conditionTrace({ fact: "itemCategory", operator: "isAnyOf", expected: ["Shoes"], actual: "Shoes" })],
    }),
    defaultTrace({ item: 0 }),
    group({
      ...shoes,
      item: 1,
      result: "not-matched",
      conditions: [
        conditionTrace({
          fact: "itemCategory",
          operator: "isAnyOf",
          expected: ["Shoes"],
          actual: null,
          missing: true,
          result: false,
        }),
      ],
    }),
    defaultTrace({ item: 1, result: "matched" }),
  ],
  calculation: [
    { item: 0, goal: null, steps: ["Partner: 20 % of the item's amount, 180, = 36.00."] },
    { item: 1, goal: null, steps: ["Partner: 10 % of the item's amount, 20, = 2.00."] },
  ],
};
