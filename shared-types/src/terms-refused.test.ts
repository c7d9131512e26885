import { describe, expect, it } from "vitest";
import { asking, CPS, condition, faultsIn, group, paying, personal, saleWith, termsWith } from "./terms.sample.ts";

interface Row {
  label: string;
  document: unknown;
  at: string;
  says: string;
}
const inGroup = (label: string, broken: unknown, at: string, says: string): Row => ({
  label,
  document: termsWith(saleWith({ groups: [broken] })),
  at: `/events/0/groups/0${at}`,
  says,
});
const PAYOUT = "/event/params/payout";

const refused: Row[] = [
  { label: "no object at all", document: 5, at: "", says: "must be an object, not 5" },
  {
    label: "another schema",
    document: termsWith(saleWith(), { schema: "firstmatch/terms@2" }),
    at: "/schema",
    says: "firstmatch/terms@1",
  },
  {
    label: "an unknown currency",
    document: termsWith(saleWith(), { currency: "USX" }),
    at: "/currency",
    says: "ISO 4217",
  },
  {
    label: "an unknown time zone",
    document: termsWith(saleWith(), { timezone: "New York" }),
    at: "/timezone",
    says: "IANA",
  },
  {
    label: "a misspelt field",
    document: termsWith(saleWith({ levle: "item" })),
    at: "/events/0/levle",
    says: 'Did you mean "level"?',
  },
  {
    label: "a missing default payout",
    document: termsWith({ type: "sale", name: "S", level: "order" }),
    at: "/events/0/default",
    says: "every event type needs a default payout",
  },
  {
    label: "an event type twice",
    document: { ...termsWith(saleWith()), events: [saleWith(), saleWith()] },
    at: "/events/1/type",
    says: "another event type",
  },
  {
    label: "an event type that no address can hold",
    document: termsWith(saleWith({ type: ".." })),
    at: "/events/0/type",
    says: "more than dots",
  },
  {
    label: "a group id twice",
    document: termsWith(saleWith({ groups: [group(), group()] })),
    at: "/events/0/groups/1/id",
    says: "another group",
  },
  {
    label: "clicks per item",
    document: termsWith(saleWith({ level: "item", default: { payout: { model: "CPC", partner: { fixed: "1" } } } })),
    at: "/events/0/default/payout/model",
    says: "per event, not per item",
  },
  {
    label: "a coupon for two partners",
    document: termsWith(saleWith({ personal: [personal({ couponCode: "X", partners: ["a", "b"] })] })),
    at: "/events/0/personal/0/couponCode",
    says: "one partner",
  },
  {
    label: "a coupon code twice, in another case",
    document: termsWith(
      saleWith({ personal: [personal({ couponCode: "x" }), personal({ id: "q", couponCode: "X" })] }),
    ),
    at: "/events/0/personal/1/couponCode",
    says: "another personal payout",
  },
  {
    label: "a personal payout for nobody",
    document: termsWith(saleWith({ personal: [personal({ partners: [] })] })),
    at: "/events/0/personal/0/partners",
    says: "at least 1",
  },
  inGroup("a group without conditions", asking(), "/conditions/all", "at least one condition"),
  inGroup("any at the top", group({ conditions: { any: [condition] } }), "/conditions", '"all" alone at the top'),
  inGroup("an empty nested list", asking({ any: [] }), "/conditions/all/0/any", "decides nothing"),
  inGroup(
    "all and any side by side",
    asking({ all: [condition], any: [condition] }),
    "/conditions/all/0",
    "must stand alone",
  ),
  inGroup(
    "an unknown fact",
    asking({ ...condition, fact: "ordertotal" }),
    "/conditions/all/0/fact",
    'Did you mean "orderTotal"?',
  ),
  inGroup("params without a name", asking({ ...condition, fact: "params." }), "/conditions/all/0/fact", "needs a name"),
  inGroup(
    "an unknown operator",
    asking({ ...condition, operator: "greaterThen" }),
    "/conditions/all/0/operator",
    'Did you mean "greaterThan"?',
  ),
  inGroup(
    "an operator that the fact lacks",
    asking({ ...condition, operator: "isAnyOf", value: ["1"] }),
    "/conditions/all/0/operator",
    "does not fit orderTotal",
  ),
  inGroup(
    "a path, which the stock library would follow",
    asking({ ...condition, path: "$.x" }),
    "/conditions/all/0/path",
    "not known here",
  ),
  inGroup(
    "text for a number",
    asking({ ...condition, value: "two hundred" }),
    "/conditions/all/0/value",
    "must be a number",
  ),
  inGroup(
    "a date that does not exist",
    asking({ fact: "occurredAt", operator: "equal", value: "2026-02-30" }),
    "/conditions/all/0/value",
    "must be a date",
  ),
  inGroup(
    "a number that is long when it is written out",
    asking({ fact: "orderTotal", operator: "lessThan", value: 1e300 }),
    "/conditions/all/0/value",
    "has more than 40 digits",
  ),
  inGroup(
    "a range the wrong way round",
    asking({ fact: "orderTotal", operator: "between", value: ["9", "1"] }),
    "/conditions/all/0/value",
    "never true",
  ),
  inGroup(
    "a range with one end",
    asking({ fact: "orderTotal", operator: "between", value: ["9"] }),
    "/conditions/all/0/value",
    "[from, to]",
  ),
  inGroup(
    "a half-typed quotation mark",
    asking({ fact: "country", operator: "isAnyOf", value: 'US, "DE' }),
    "/conditions/all/0/value",
    "quotation mark is left open",
  ),
  inGroup(
    "an empty list",
    asking({ fact: "country", operator: "isAnyOf", value: [] }),
    "/conditions/all/0/value",
    "list is empty",
  ),
  inGroup(
    "a number in a list of texts",
    asking({ fact: "country", operator: "isAnyOf", value: ["US", 1] }),
    "/conditions/all/0/value/1",
    "must be text",
  ),
  inGroup(
    "a day that no week has",
    asking({ fact: "dayOfWeek", operator: "isAnyOf", value: ["Mondey"] }),
    "/conditions/all/0/value/0",
    'Did you mean "Monday"?',
  ),
  inGroup(
    "a value where nothing is compared",
    asking({ fact: "country", operator: "isEmpty", value: "US" }),
    "/conditions/all/0/value",
    "compares with nothing",
  ),
  inGroup(
    "text equal on params",
    asking({ fact: "params.tier", operator: "equal", value: "gold" }),
    "/conditions/all/0/value",
    "isAnyOf",
  ),
  inGroup(
    "another event than payout",
    group({ event: { type: "bonus", params: { payout: CPS } } }),
    "/event/type",
    '"payout"',
  ),
  ...["CPA", "CPC", "CPM"].map((model) =>
    inGroup(
      `a percent on ${model}`,
      paying({ model, partner: { percent: "10" } }),
      `${PAYOUT}/partner/percent`,
      `this one is ${model}`,
    ),
  ),
  inGroup(
    "percent and fixed at once",
    paying({ model: "CPS", partner: { percent: "10", fixed: "1" } }),
    `${PAYOUT}/partner`,
    "not both",
  ),
  inGroup(
    "platform and advertiser at once",
    paying({ ...CPS, platform: { fixed: "1" }, advertiser: { percent: "20" } }),
    `${PAYOUT}/advertiser`,
    "not both",
  ),
  inGroup("nothing for the partner", paying({ model: "CPS" }), `${PAYOUT}/partner`, "is missing"),
  inGroup(
    "a negative amount",
    paying({ model: "CPA", partner: { fixed: "-1" } }),
    `${PAYOUT}/partner/fixed`,
    "must not be negative",
  ),
  inGroup(
    "required without a modifier",
    paying({ model: "CPA", postback: { mode: "required" } }),
    `${PAYOUT}/postback/modifier`,
    "is missing",
  ),
  inGroup(
    "a margin above 100 %",
    paying({ model: "CPA", postback: { mode: "required", modifier: "100", margin: "101" } }),
    `${PAYOUT}/postback/margin`,
    "at most 100",
  ),
  inGroup(
    "more for the partner than the advertiser pays",
    paying({ model: "CPA", partner: { fixed: "9" }, advertiser: { fixed: "6" } }),
    `${PAYOUT}/advertiser/fixed`,
    "at least what the partner gets",
  ),
  inGroup(
    "a minimum above what the advertiser pays for the order",
    paying({ model: "CPA", partner: { fixed: "1" }, advertiser: { fixed: "5" }, min: "6" }),
    `${PAYOUT}/min`,
    "must not be above what the advertiser pays",
  ),
  inGroup(
    "a goal that pays more than the advertiser, whose part it takes from the payout",
    paying({
      model: "CPS",
      partner: { percent: "1" },
      advertiser: { percent: "5" },
      goals: [{ name: "S", by: "category", values: ["S"], partner: { percent: "10" } }],
    }),
    `${PAYOUT}/goals/0/partner/percent`,
    "at least what the partner gets",
  ),
  inGroup(
    "a minimum above the maximum",
    paying({ ...CPS, min: "5", max: "1" }),
    `${PAYOUT}/min`,
    "must not be above max",
  ),
  inGroup(
    "goals on clicks",
    paying({
      model: "CPC",
      partner: { fixed: "1" },
      goals: [{ name: "S", by: "category", values: ["S"], partner: { fixed: "1" } }],
    }),
    `${PAYOUT}/goals`,
    "goals pay items",
  ),
  inGroup(
    "a goal without values",
    paying({ ...CPS, goals: [{ name: "S", by: "category", values: [], partner: { fixed: "1" } }] }),
    `${PAYOUT}/goals/0/values`,
    "at least 1",
  ),
  inGroup(
    "an unknown classification",
    group({ event: { type: "payout", params: { payout: CPS, setup: { classification: "KPI" } } } }),
    "/event/params/setup/classification",
    'Did you mean "kpi"?',
  ),
];

describe("a terms document is refused (contract 2)", () => {
  it.each(refused)("for $label", ({ document, at, says }) => {
    const faults = faultsIn(document);
    expect(faults.map((fault) => fault.pointer)).toContain(at);
    expect(faults.find((fault) => fault.pointer === at)?.message).toContain(says);
  });

  it("with every fault at once, also where a field around it is wrong already", () => {
    const faults = faultsIn(
      termsWith(
        saleWith({
          levle: 1,
          groups: [asking({ ...condition, fact: "x" }), paying({ model: "CPC", partner: { percent: "-1" } }), group()],
        }),
        { currency: "?" },
      ),
    );
    expect(faults.map((fault) => fault.pointer).sort()).toEqual([
      "/currency",
      "/events/0/groups/0/conditions/all/0/fact",
      "/events/0/groups/1/event/params/payout/partner/percent",
      "/events/0/groups/1/event/params/payout/partner/percent",
      "/events/0/groups/1/id",
      "/events/0/groups/2/id",
      "/events/0/levle",
    ]);
  });
});
