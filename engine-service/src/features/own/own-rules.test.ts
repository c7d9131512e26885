import type { TermsEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { saleTerms, tierGroup } from "../../testing/test-service.ts";
import { ownRules } from "./own-rules.ts";

describe("rules as their partner reads them", () => {
  it("call its past its own", () => {
    const terms = saleTerms("10", { groups: [tierGroup("partnerRevenueThisMonth", "10000", "15")] });
    const reader = { terms, partner: "p-7", share: null, isOthers: () => false };
    const [tier, fallback] = ownRules(terms.events[0] as TermsEvent, [], reader);
    expect(tier).toMatchObject({ criteria: "Your sales this month is at least $10,000", payout: "15 % of the order" });
    expect(fallback).toMatchObject({ kind: "default", reached: true });
  });
});
