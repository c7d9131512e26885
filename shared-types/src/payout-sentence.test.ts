import { describe, expect, it } from "vitest";
import type { EventSetup, Payout } from "./payout.ts";
import { payoutSentence } from "./payout-sentence.ts";
import { plainText } from "./sentence.ts";

const read = (payout: Partial<Payout>, level: "order" | "item" = "order", setup: EventSetup = {}) =>
  plainText(payoutSentence({ model: "CPS", ...payout }, { currency: "USD", level, setup }));
const percent = (percent: string) => ({ percent });
const fixed = (fixed: string) => ({ fixed });

describe("the partner's commission as a sentence", () => {
  it.each<[string, Partial<Payout>, "order" | "item"]>([
    ["15 % of the order", { partner: percent("15") }, "order"],
    ["7.5 % of each item", { partner: percent("7.50") }, "item"],
    ["$5.00 per order", { partner: fixed("5") }, "order"],
    ["$5.00 per item", { partner: fixed("5") }, "item"],
    ["$5.00 per action", { model: "CPA", partner: fixed("5") }, "order"],
    ["$0.05 per click", { model: "CPC", partner: fixed("0.05") }, "order"],
    ["$2.50 per 1,000 impressions", { model: "CPM", partner: fixed("2.5") }, "order"],
    ["5 % of the order, for all of the customer's orders", { model: "lifetime", partner: percent("5") }, "order"],
    ["$0.00 per order", { partner: fixed("0") }, "order"],
    ["…", {}, "order"],
  ])("%s", (sentence, payout, level) => expect(read(payout, level)).toBe(sentence));
});

describe("the other parties, goals and bounds", () => {
  const partner = percent("15");
  const shoes = { name: "Shoes", by: "category" as const, values: ["Shoes"], partner: percent("12") };
  it.each<[string, Partial<Payout>]>([
    ["15 % of the order plus 2 % to the platform", { partner, platform: percent("2") }],
    ["15 % of the order, the advertiser pays $9.00", { partner, advertiser: fixed("9") }],
    ["15 % of the order; Shoes: 12 %", { partner, goals: [shoes] }],
    [
      "15 % of the order; Shoes: 12 % plus 1 % to the platform",
      { partner, goals: [{ ...shoes, platform: percent("1") }] },
    ],
    [
      "15 % of the order; G0: 12 %; G1: 12 %; G2: 12 %; 3 more goals",
      { partner, goals: [0, 1, 2, 3, 4, 5].map((at) => ({ ...shoes, name: `G${at}` })) },
    ],
    ["15 % of the order, at least $1.00 and at most $50.00", { partner, min: "1", max: "50.00" }],
    ["15 % of the order; Shoes: 12 %; at least $1.00", { partner, goals: [shoes], min: "1" }],
    ["15 % of the order, at most $50.00", { partner, max: "50" }],
  ])("%s", (sentence, payout) => expect(read(payout)).toBe(sentence));

  it("bounds each item at item level", () =>
    expect(read({ partner, min: "1" }, "item")).toBe("15 % of each item, at least $1.00 per item"));

  it("tracks a KPI without paying it", () =>
    expect(read({ partner }, "order", { classification: "kpi" })).toBe("tracked, not paid"));
});

describe("the payout in postback and the revenue share", () => {
  const partner = percent("10");
  const platform = percent("2");
  const postback = (mode: "ignored" | "required" | "overrides", modifier?: string, margin?: string) => ({
    postback: { mode, ...(modifier && { modifier }), ...(margin && { margin }) },
  });
  const byShare = { overrideRevenueShare: false };
  it.each<[string, Partial<Payout>]>([
    ["10 % of the order", { partner, ...postback("ignored", "80", "20") }],
    ["the postback's payout", { ...postback("required", "100") }],
    ["the postback's payout less 20 % margin", { ...postback("required", "100.0", "20") }],
    ["80 % of the postback's payout", { ...postback("required", "80", "0") }],
    [
      "80 % of the postback's payout less 20 % margin; when it has none, 10 % of the order plus 2 % to the platform",
      { partner, platform, ...postback("overrides", "80", "20") },
    ],
    [
      "the partner's revenue share of 80 % of the postback's payout",
      { ...postback("required", "80", "20"), ...byShare },
    ],
    ["the partner's revenue share of $9.00 per order", { advertiser: fixed("9"), ...byShare }],
    ["the partner's revenue share of 10 % of the order plus 2 %", { partner, platform, ...byShare }],
    ["the partner's revenue share of 10 % of the order", { partner, ...byShare }],
  ])("%s", (sentence, payout) => expect(read(payout)).toBe(sentence));
});
