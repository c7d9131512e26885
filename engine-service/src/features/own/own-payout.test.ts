import { type Payout, Payout as PayoutShape, parseWith } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { ownPayout } from "./own-payout.ts";

const said = (payout: Payout, share: string | null = null) => {
  expect(parseWith(PayoutShape, payout).ok).toBe(true);
  return ownPayout(payout, { currency: "USD", level: "order", setup: {}, share });
};
const percent = (percent: string) => ({ percent });
const fixed = (fixed: string) => ({ fixed });

describe("a payout as the partner reads it (contract 4)", () => {
  it.each<[Payout, string]>([
    [{ model: "CPS", partner: percent("10") }, "10 % of the order"],
    [{ model: "CPS", partner: percent("10"), platform: percent("2") }, "10 % of the order"],
    [{ model: "CPA", partner: fixed("5"), advertiser: fixed("12") }, "$5.00 per action"],
    [
      { model: "CPS", partner: percent("10"), min: "1", max: "50" },
      "10 % of the order, at least $1.00 and at most $50.00",
    ],
    [{ model: "CPS", postback: { mode: "required", modifier: "80", margin: "20" } }, "64 % of the postback's payout"],
    [{ model: "CPS", postback: { mode: "required", modifier: "100" } }, "the postback's payout"],
    [
      {
        model: "CPS",
        partner: percent("5"),
        platform: percent("1"),
        goals: [{ name: "Shoes", by: "category", values: ["Shoes"], partner: percent("8"), platform: percent("3") }],
      },
      "5 % of the order; Shoes (category Shoes): 8 %",
    ],
  ])("names no amount of the platform or the advertiser: %j → %s", (payout, words) => expect(said(payout)).toBe(words));

  it.each<[Payout, string]>([
    [{ model: "CPA", advertiser: fixed("12") }, "$8.40 per action"],
    [{ model: "CPS", partner: percent("10"), platform: percent("2") }, "8.4 % of the order"],
    [{ model: "CPS", partner: percent("10") }, "7 % of the order"],
    [{ model: "CPS", postback: { mode: "required", modifier: "100", margin: "20" } }, "70 % of the postback's payout"],
    [
      { model: "CPS", partner: percent("10"), platform: fixed("1"), max: "9" },
      "70 % of what the advertiser pays, at most $9.00",
    ],
    [
      {
        model: "CPS",
        partner: percent("10"),
        platform: percent("10"),
        goals: [{ name: "Shoes", by: "category", values: ["Shoes"], partner: percent("20") }],
      },
      "14 % of the order; Shoes (category Shoes): 21 %",
    ],
  ])("works a revenue share of 70 %% into it: %j → %s", (payout, words) =>
    expect(said({ ...payout, overrideRevenueShare: false }, "70")).toBe(words),
  );

  it("says that a revenue share is missing", () => {
    expect(said({ model: "CPS", partner: percent("10"), overrideRevenueShare: false })).toBe(
      "your revenue share, which is not agreed yet",
    );
  });

  it("says of a KPI that it is not paid", () => {
    const options = { currency: "USD", level: "order", setup: { classification: "kpi" }, share: null } as const;
    expect(ownPayout({ model: "CPS", partner: percent("10"), overrideRevenueShare: false }, options)).toBe(
      "tracked, not paid",
    );
  });
});
