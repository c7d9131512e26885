import type { Payout, PersonalPayout, TermsEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { factsInUse } from "./facts-in-use.ts";
import { sampleTerms } from "./rule-tester.samples.ts";
import { suggestionsFrom } from "./suggestions.ts";

const sale = sampleTerms.events[0] as TermsEvent;
const bare = (payout: Payout, level: TermsEvent["level"] = "order"): TermsEvent => ({
  type: "sale",
  name: "Sale",
  level,
  default: { payout },
});
const fixed: Payout = { model: "CPA", partner: { fixed: "5" } };
const keysOf = (event: TermsEvent, personal: PersonalPayout[] = []) =>
  factsInUse(event, personal).fields.map((fact) => fact.key);
const anna: PersonalPayout = {
  id: "anna",
  title: "Anna's deal",
  partners: ["p-7"],
  couponCode: "ANNA10",
  conditions: { all: [{ fact: "country", operator: "isAnyOf", value: ["US"] }] },
  event: { type: "payout", params: { payout: fixed } },
};

describe("what the form asks for first", () => {
  it("asks for the moment and the partner, whatever the rules say", () => {
    expect(keysOf(bare(fixed))).toEqual(["occurredAt", "partnerId"]);
  });

  it("asks for the facts of the rules, nested ones and parameters too", () => {
    expect(keysOf(sale)).toEqual(["occurredAt", "partnerId", "customerStatus", "orderTotal", "orderSubtotal"]);
    expect(factsInUse(sale, []).params).toEqual(["tier"]);
  });

  it("asks for what the rules ask of the partner's past, apart from the event", () => {
    const tier: PersonalPayout = {
      ...anna,
      conditions: { all: [{ not: { fact: "partnerRevenueThisMonth", operator: "lessThan", value: "10000" } }] },
    };
    expect(factsInUse(sale, [tier]).past.map(({ key }) => key)).toEqual(["partnerRevenueThisMonth"]);
    expect(keysOf(sale, [tier])).not.toContain("partnerRevenueThisMonth");
    expect(factsInUse(sale, []).past).toEqual([]);
  });

  it.each<[string, Payout, string[]]>([
    ["a percent", { model: "CPS", partner: { percent: "10" } }, ["orderTotal", "orderSubtotal"]],
    ["pay per click", { model: "CPC", partner: { fixed: "0.10" } }, ["clicks"]],
    ["pay per thousand impressions", { model: "CPM", partner: { fixed: "2" } }, ["impressions"]],
    ["a postback that is required", { ...fixed, postback: { mode: "required", modifier: "100" } }, ["postbackPayout"]],
    ["a postback that is ignored", { ...fixed, postback: { mode: "ignored" } }, []],
  ])("asks for what %s is worked out from", (_label, payout, keys) => {
    expect(keysOf(bare(payout)).slice(2)).toEqual(keys);
  });

  it("asks for item lines where they can change the answer, and only there", () => {
    const goals = [{ name: "Shoes", by: "category" as const, values: ["Shoes"], partner: { fixed: "1" } }];
    expect(factsInUse(bare(fixed), []).items).toBe(false);
    expect(factsInUse(bare(fixed, "item"), []).items).toBe(true);
    expect(factsInUse(bare({ ...fixed, goals }), []).items).toBe(true);
  });

  it("asks for the facts and the code of a personal payout", () => {
    expect(keysOf(bare(fixed), [anna]).slice(2)).toEqual(["promoCode", "country"]);
    expect(factsInUse(bare(fixed), [], true).fields.map((fact) => fact.key)).toContain("promoCode");
  });

  it("asks for the revenue share only where a rule pays it", () => {
    expect(factsInUse(bare(fixed), []).revenueShare).toBe(false);
    expect(factsInUse(bare({ ...fixed, overrideRevenueShare: false }), []).revenueShare).toBe(true);
  });
});

describe("what is offered while typing", () => {
  it("offers the values that the rules mention, the partners and the codes", () => {
    const suggestions = suggestionsFrom(sale, [anna]);
    expect(suggestions.get("customerStatus")).toEqual(["New"]);
    expect(suggestions.get("params.tier")).toEqual(["gold", "silver"]);
    expect(suggestions.get("promoCode")).toEqual(["ANNA10"]);
    expect(suggestions.get("partnerId")).toEqual(["p-7"]);
  });

  it("offers no pattern: no event would carry it", () => {
    const wildcard: TermsEvent = {
      ...bare(fixed),
      groups: [
        {
          id: "fb",
          name: "Facebook",
          conditions: { all: [{ fact: "referralUrl", operator: "matchesWildcard", value: ["*facebook*"] }] },
          event: { type: "payout", params: { payout: fixed } },
        },
      ],
    };
    expect(suggestionsFrom(wildcard, []).has("referralUrl")).toBe(false);
  });
});
