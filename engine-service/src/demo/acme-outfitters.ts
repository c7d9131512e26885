import {
  type ConditionNode,
  type EventSetup,
  type NewProgram,
  type OperatorName,
  type Payout,
  type PayoutGroup,
  type ProgramChange,
  TERMS_SCHEMA,
  type Terms,
  type TermsEvent,
} from "@firstmatch/shared-types";

/** The demo program: the examples that managers know from the systems that Firstmatch takes over, as data. */
export const ACME: NewProgram = { id: "acme", name: "Acme Outfitters", currency: "USD", timezone: "America/New_York" };

const where = (fact: string, operator: OperatorName, value: string | string[] | true): ConditionNode => ({
  fact,
  operator,
  value,
});
const is = (fact: string, ...values: string[]) => where(fact, "isAnyOf", values);
const atLeast = (fact: string, value: string) => where(fact, "greaterThanInclusive", value);

/** Percents of the sale: what the partner gets, and what the platform keeps on top. */
const percent = (partner: string, platform: string): Payout => ({
  model: "CPS",
  partner: { percent: partner },
  platform: { percent: platform },
});
const fixed = (model: Payout["model"], partner: string, platform: string): Payout => ({
  model,
  partner: { fixed: partner },
  platform: { fixed: platform },
});

const group = (id: string, name: string, all: ConditionNode[], payout: Payout, setup?: EventSetup): PayoutGroup => ({
  id,
  name,
  conditions: { all },
  event: { type: "payout", params: { payout, ...(setup && { setup }) } },
});

const sale: TermsEvent = {
  type: "sale",
  name: "Online sale",
  level: "order",
  default: {
    payout: {
      ...percent("8", "2"),
      goals: [{ name: "Shoes", by: "category", values: ["Shoes", "Boots"], partner: { percent: "12" } }],
    },
  },
  personal: [
    {
      id: "anna",
      title: "Anna's deal",
      partners: ["p-7"],
      couponCode: "ANNA10",
      conditions: { all: [] },
      event: { type: "payout", params: { payout: percent("20", "2") } },
    },
  ],
  groups: [
    group(
      "new-200",
      "New and 200 or more",
      [is("customerStatus", "New"), atLeast("orderTotal", "200")],
      percent("15", "3"),
    ),
    group("200", "200 or more", [atLeast("orderTotal", "200")], percent("12", "3")),
    group(
      "acme-or-roadrunning",
      "ACME or Roadrunning",
      [is("itemCategory", "ACME", "Roadrunning")],
      percent("10", "2"),
    ),
    group(
      "acme-roadrunning",
      "The joint ACME,Roadrunning line",
      [is("itemCategory", "ACME,Roadrunning")],
      percent("11", "2"),
    ),
    group("facebook", "From Facebook", [where("referralUrl", "matchesWildcard", ["*facebook*"])], {
      ...percent("7", "2"),
      max: "50.00",
    }),
    group(
      "loyal-mobile",
      "Existing customers on a phone, or by the app newsletter",
      [is("customerStatus", "Existing"), { any: [is("device", "mobile"), is("source", "app-newsletter")] }],
      fixed("CPS", "4.00", "1.00"),
    ),
    {
      ...group(
        "holiday",
        "Holiday week",
        [where("occurredAt", "between", ["2026-12-24", "2026-12-31"])],
        percent("9", "2"),
      ),
      enabled: false,
    },
  ],
};

const marketplaceSale: TermsEvent = {
  type: "marketplace-sale",
  name: "Marketplace sale",
  level: "item",
  default: { payout: percent("5", "1") },
  groups: [
    group(
      "acme-items",
      "ACME items of 50 or more",
      [is("itemBrand", "ACME"), atLeast("itemAmount", "50")],
      percent("9", "1"),
    ),
    group("gift-cards", "Gift cards", [is("itemCategory", "Gift cards")], percent("0", "0")),
  ],
};

const lead: TermsEvent = {
  type: "lead",
  name: "Qualified lead",
  level: "order",
  default: { payout: fixed("CPA", "4.00", "1.00") },
  groups: [
    group("us-ca", "US and Canada: the postback must say what it pays", [is("country", "US", "CA")], {
      model: "CPA",
      postback: { mode: "required", modifier: "100", margin: "20" },
    }),
    group("trial", "Trials: the postback's payout, or else 6.00", [is("eventParameter", "trial")], {
      ...fixed("CPA", "6.00", "3.00"),
      postback: { mode: "overrides", modifier: "80", margin: "20" },
    }),
    group("untagged", "Without an event parameter: always 2.00", [where("eventParameter", "isEmpty", true)], {
      ...fixed("CPA", "2.00", "0.50"),
      postback: { mode: "ignored" },
    }),
  ],
};

const newsletter: TermsEvent = {
  type: "newsletter",
  name: "Newsletter sign-up",
  level: "order",
  default: { payout: fixed("CPA", "0.00", "0.00"), setup: { classification: "kpi", conversionCap: false } },
};

const click: TermsEvent = {
  type: "click",
  name: "Click",
  level: "order",
  default: { payout: fixed("CPC", "0.05", "0.01") },
  groups: [group("mobile", "On a phone", [is("device", "mobile")], fixed("CPC", "0.08", "0.01"))],
};

const impression: TermsEvent = {
  type: "impression",
  name: "Banner impression",
  level: "order",
  default: { payout: fixed("CPM", "2.50", "0.50"), setup: { visibility: "private" } },
};

const install: TermsEvent = {
  type: "install",
  name: "App install",
  level: "order",
  default: { payout: fixed("CPA", "1.50", "0.50"), setup: { recurrent: false } },
  groups: [group("ios", "iOS in the US", [is("platform", "iOS"), is("country", "US")], fixed("CPA", "2.50", "0.50"))],
};

/** Whoever brings a subscriber is paid for every renewal. */
const subscription: TermsEvent = {
  type: "subscription",
  name: "Box subscription",
  level: "order",
  default: { payout: { ...percent("10", "2"), model: "lifetime" } },
};

const terms = (name: string, events: TermsEvent[]): Terms => ({
  schema: TERMS_SCHEMA,
  name,
  currency: ACME.currency,
  timezone: ACME.timezone,
  events,
});

export const STANDARD = terms("Standard", [
  sale,
  marketplaceSale,
  lead,
  newsletter,
  click,
  impression,
  install,
  subscription,
]);

/** For the best partners: better rates, fewer questions. */
export const GOLD = terms("Gold", [
  {
    ...sale,
    default: { payout: percent("12", "2") },
    personal: [],
    groups: [
      group(
        "gold-new-200",
        "New and 200 or more",
        [is("customerStatus", "New"), atLeast("orderTotal", "200")],
        percent("20", "3"),
      ),
      group("gold-200", "200 or more", [atLeast("orderTotal", "200")], percent("16", "3")),
      group(
        "gold-2000",
        "Beyond sales of 2,000 in a month",
        [atLeast("partnerRevenueThisMonth", "2000")],
        percent("14", "2"),
      ),
    ],
  },
  { ...lead, default: { payout: fixed("CPA", "6.00", "1.00") } },
  { ...click, default: { payout: fixed("CPC", "0.10", "0.01") }, groups: [] },
  ...[marketplaceSale, newsletter, impression, install, subscription],
]);

/** What Acme pays at most, and when. */
export const ACME_SETTINGS: ProgramChange = {
  caps: [
    { measure: "conversions", per: "day", limit: "60", beyond: "reject" },
    { measure: "revenue", per: "month", limit: "12000", beyond: "pay-rest" },
  ],
  holdingDays: 7,
  lifetime: { months: 12, orders: null },
};

/** Won by "New and 200 or more", though "200 or more" would match as well. */
const EVENT = { program: ACME.id, eventType: "sale", customerStatus: "New", orderTotal: "250.00" };

/** One command to paste into a terminal. @param signIn whether it needs a key, taken from the terminal's FIRSTMATCH_KEY */
export const curlFor = (address: string, signIn: boolean): string =>
  `curl ${address}/evaluate ${signIn ? '-H "Authorization: Bearer $FIRSTMATCH_KEY" ' : ""}-H 'Content-Type: application/json' -d '${JSON.stringify(EVENT)}'`;
