import type {
  Condition,
  ConditionNode,
  DatedEvent,
  Item,
  PartnerPast,
  PayoutGroup,
  PersonalPayout,
  Terms,
  TermsEvent,
} from "@firstmatch/shared-types";
import { type FactKey, factOf, type OperatorName, operatorsFor } from "@firstmatch/shared-types";
import fc from "fast-check";

/** Random terms and events for properties. The vocabulary is small, so that rules really match, and odd on purpose. */

/** Printed with every failure by fast-check; the same everywhere, so that a failure here is a failure there. */
export const SEED = 20261121;

const WORDS = [
  "New",
  "new",
  "NEW ",
  "existing",
  "",
  "ACME",
  "ACME,Roadrunning",
  "Straße",
  "STRASSE",
  "é",
  "e\u0301",
  "a*b",
  "\\",
  "0",
  "12",
  "true",
];
const PATTERNS = [
  "*",
  "*facebook*",
  "facebook",
  "https://*.facebook.com/*",
  "*\\**",
  "?",
  "*e\u0301*",
  "**new",
  "n*w",
  "",
];
const URLS = ["https://m.facebook.com/p", "facebook", "https://example.com/a*b", "", "É"];
const NUMBERS = ["0", "1", "2", "10", "0.3", "199.99", "200", "200.00", "1000000000000000000.01"];
const DATES = [
  "2026-11-20",
  "2026-11-01",
  "2026-03-08",
  "2026-11-20T10:00:00Z",
  "2026-11-20T10:00",
  "2026-11-19T23:30:00-05:00",
];
const MOMENTS = [
  "2026-11-20T10:00:00Z",
  "2026-11-20T04:59:59.999Z",
  "2026-11-20T05:00:00Z",
  "2026-11-01T05:30:00Z",
  "2026-03-08T07:30:00Z",
];

const TEXT_FACTS = [
  "customerStatus",
  "country",
  "promoCode",
  "eventParameter",
  "dayOfWeek",
  "partnerId",
] as const satisfies readonly FactKey[];
const NUMBER_FACTS = [
  "orderTotal",
  "hourOfDay",
  "postbackPayout",
  "partnerRevenueThisMonth",
] as const satisfies readonly FactKey[];
const ITEM_FACTS = ["itemCategory", "itemSku", "itemAmount", "itemQuantity"] as const satisfies readonly FactKey[];
const KEYS = [...TEXT_FACTS, ...NUMBER_FACTS, ...ITEM_FACTS, "referralUrl", "occurredAt", "clickedAt", "params.tier"];

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const list = (values: readonly string[]) => fc.array(oneOf(values), { minLength: 1, maxLength: 3 });

const RANGES: Partial<Record<OperatorName, true>> = { between: true };

function expectedFor(fact: string, operator: OperatorName): fc.Arbitrary<Condition["value"]> {
  if (["isTrue", "isFalse", "isEmpty", "isNotEmpty"].includes(operator)) return fc.constant(true);
  const kind = factOf(fact)?.kind;
  const ordered = kind === "date" ? DATES : NUMBERS;
  if (RANGES[operator]) {
    return fc
      .tuple(oneOf(NUMBERS), oneOf(NUMBERS))
      .map(([a, b]) => (kind === "date" ? ["2026-11-01", "2026-11-20"] : Number(a) <= Number(b) ? [a, b] : [b, a]));
  }
  if (operatorsFor("number").includes(operator)) return kind === "any" ? oneOf([...NUMBERS, ...DATES]) : oneOf(ordered);
  const choices = factOf(fact)?.choices;
  if (choices !== undefined && operator.startsWith("is")) return list(choices);
  return operator.endsWith("Wildcard") ? list(PATTERNS) : list([...WORDS, "p-1", "Friday", "US"]);
}

const condition: fc.Arbitrary<Condition> = oneOf(KEYS).chain((fact) =>
  oneOf(operatorsFor(factOf(fact)?.kind ?? "any")).chain((operator) =>
    expectedFor(fact, operator).map((value) => ({ fact, operator, value })),
  ),
);

const node: fc.Arbitrary<ConditionNode> = fc.letrec<{ node: ConditionNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    { weight: 6, arbitrary: condition },
    { weight: 1, arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie("node").map((not) => ({ not })) },
  ),
})).node;

export const conditions = fc.array(node, { minLength: 1, maxLength: 3 }).map((all) => ({ all }));

const commission = fc.oneof(
  oneOf(["0", "2.5", "10", "33.333", "100"]).map((percent) => ({ percent })),
  oneOf(["0", "0.005", "1.25", "6"]).map((fixed) => ({ fixed })),
);

const payout: fc.Arbitrary<TermsEvent["default"]["payout"]> = fc
  .record({
    partner: commission,
    other: oneOf(["none", "platform", "advertiser"]),
    amount: commission,
    bounds: oneOf([{}, { min: "1" }, { max: "5.55" }, { min: "0.5", max: "20" }]),
    goals: fc.boolean(),
    override: fc.boolean(),
    mode: oneOf(["ignored", "required", "overrides"] as const),
  })
  .map(({ partner, other, amount, bounds, goals, override, mode }) => ({
    model: "CPS" as const,
    partner,
    ...(other === "platform" && { platform: amount }),
    // What can only lose money is refused on saving, so a generated advertiser pays enough.
    ...(other === "advertiser" && { advertiser: { percent: "100" as string } }),
    ...bounds,
    ...(goals && { goals: [{ name: "Acme", by: "category" as const, values: ["ACME"], partner }] }),
    overrideRevenueShare: override,
    postback: { mode, modifier: "80", margin: "20" },
  }));

const setup = fc.record(
  { classification: oneOf(["payable", "kpi"] as const), visibility: oneOf(["public", "private"] as const) },
  { requiredKeys: [] },
);
const event = fc.record({ payout, setup }).map((params) => ({ type: "payout" as const, params }));

const groups: fc.Arbitrary<PayoutGroup[]> = fc
  .array(fc.record({ enabled: oneOf([true, true, true, false]), conditions, event }), { maxLength: 6 })
  .map((rules) => rules.map((rule, index) => ({ id: `g${index}`, name: `Group ${index}`, ...rule })));

const personal: fc.Arbitrary<PersonalPayout[]> = fc
  .array(
    fc.record({
      partners: fc.uniqueArray(oneOf(["p-1", "p-2"]), { minLength: 1 }),
      coupon: fc.boolean(),
      conditions: fc.oneof(fc.constant({ all: [] as ConditionNode[] }), conditions),
      event,
    }),
    { maxLength: 2 },
  )
  .map((payouts) =>
    payouts.map(({ coupon, partners, ...rest }, index) => ({
      id: `d${index}`,
      title: `Deal ${index}`,
      partners: coupon ? partners.slice(0, 1) : partners,
      ...(coupon && { couponCode: `ACME${index}` }),
      ...rest,
    })),
  );

/** Terms with one event type, "sale". */
export const terms: fc.Arbitrary<Terms> = fc
  .record({
    currency: oneOf(["USD", "JPY", "KWD"]),
    timezone: oneOf(["UTC", "America/New_York", "Asia/Kolkata"]),
    rounding: oneOf(["half-up", "half-even"] as const),
    level: oneOf(["order", "item"] as const),
    customGroups: oneOf([true, true, true, false]),
    default: fc.record({ payout, setup }),
    groups,
    personal,
  })
  .map(({ level, customGroups, default: fallback, groups: ranked, personal: deals, ...rest }) => ({
    schema: "firstmatch/terms@1",
    name: "Generated",
    ...rest,
    events: [{ type: "sale", name: "Sale", level, customGroups, default: fallback, groups: ranked, personal: deals }],
  }));

const item: fc.Arbitrary<Item> = fc.record(
  {
    category: oneOf(WORDS),
    sku: oneOf(WORDS),
    amount: oneOf(["0", "0.01", "33.33", "180.00", "0.005"]),
    quantity: oneOf(["1", "2", "0.5"]),
  },
  { requiredKeys: ["amount"] },
);

const sentFacts = fc.record(
  {
    partnerId: oneOf(["p-1", "p-2", "p-3"]),
    customerStatus: oneOf(WORDS),
    country: oneOf(["US", "us", "DE", ""]),
    promoCode: oneOf(["ACME0", "acme1", "OTHER"]),
    eventParameter: oneOf(["", "trial"]),
    referralUrl: oneOf(URLS),
    orderTotal: oneOf(NUMBERS),
    postbackPayout: oneOf(["0", "10", "9.99"]),
    clickedAt: oneOf(MOMENTS),
    items: fc.array(item, { maxLength: 3 }),
    params: fc.record(
      {
        tier: fc.oneof(
          oneOf<string | number | boolean>([...WORDS, ...NUMBERS, ...DATES, 0, 12, 0.3, true, false]),
          fc.array(oneOf(WORDS), { maxLength: 3 }),
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

/** What the event's partner reached before. */
export const past: fc.Arbitrary<PartnerPast> = fc.record(
  { partnerRevenueThisMonth: oneOf(NUMBERS) },
  { requiredKeys: [] },
);

export const saleEvent: fc.Arbitrary<DatedEvent> = fc
  .tuple(sentFacts, oneOf(MOMENTS))
  .map(([facts, occurredAt]) => ({ eventType: "sale", occurredAt, ...facts }) as DatedEvent);
