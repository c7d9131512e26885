import type { Payout } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { fieldsOf, withModel, withOtherParty } from "./payout-shape.ts";

const payout = (more: Partial<Payout> = {}): Payout => ({ model: "CPS", partner: { percent: "10" }, ...more });

describe("the fields that a payout asks for", () => {
  const shown = (of: Payout) =>
    Object.entries(fieldsOf(of))
      .filter(([, asked]) => asked)
      .map(([field]) => field)
      .join(" ");
  it.each<[string, Partial<Payout>, string]>([
    ["an ignored postback: the rule's own amounts", {}, "own partner goals"],
    ["a required one: modifier and margin, nothing of its own", { postback: { mode: "required" } }, "modifier margin"],
    ["one that overrides: both", { postback: { mode: "overrides" } }, "own partner goals modifier margin"],
    [
      "the revenue share not overridden: no margin",
      { postback: { mode: "required" }, overrideRevenueShare: false },
      "modifier",
    ],
    [
      "the revenue share of what the advertiser pays: no commission of the partner's own",
      { advertiser: { fixed: "9" }, overrideRevenueShare: false },
      "own goals",
    ],
    ["clicks: no goals", { model: "CPC" }, "own partner"],
  ])("%s", (_, more, fields) => expect(shown(payout(more))).toBe(fields));
});

describe("another model", () => {
  const goal = { name: "Shoes", by: "category" as const, values: ["Shoes"], partner: { percent: "12" } };

  it("never takes a percent for an amount of money", () =>
    expect(withModel(payout({ platform: { percent: "2" }, goals: [goal] }), "CPA")).toEqual({
      model: "CPA",
      partner: { fixed: "" },
      platform: { fixed: "" },
      goals: [{ ...goal, partner: { fixed: "" } }],
    }));

  it("keeps amounts", () =>
    expect(withModel(payout({ partner: { fixed: "5" } }), "CPC")).toEqual({ model: "CPC", partner: { fixed: "5" } }));

  it("keeps percents where they may stay", () =>
    expect(withModel(payout(), "lifetime")).toEqual({ model: "lifetime", partner: { percent: "10" } }));
});

describe("the other party", () => {
  it("is one of the two, never both", () => {
    const withPlatform = withOtherParty(payout(), "platform", { percent: "" });
    expect(withPlatform.platform).toEqual({ percent: "" });
    const withAdvertiser = withOtherParty(withPlatform, "advertiser", { fixed: "9" });
    expect(withAdvertiser).toEqual({ ...payout(), advertiser: { fixed: "9" } });
    expect(withOtherParty(withAdvertiser, "none", { fixed: "9" })).toEqual(payout());
  });
});
