import { describe, expect, it } from "vitest";
import { defaultShareInWords } from "./default-share.ts";
import { figures, rule } from "./report.sample.ts";

describe("how much lands on the default payout", () => {
  it.each([
    [
      "a part of it",
      [rule("group", 5, "62.00"), rule("default", 3, "38.00")],
      "38 % of the payout lands on the default payout: $38.00 of $100.00.",
    ],
    [
      "several event types have one each",
      [rule("default", 5, "10.10"), rule("personal", 1, "69.70"), rule("default", 3, "20.20")],
      "30 % of the payout lands on default payouts: $30.30 of $100.00.",
    ],
    [
      "all of it",
      [rule("default", 3, "100.00")],
      "100 % of the payout lands on the default payout: $100.00 of $100.00.",
    ],
    ["nothing", [rule("group", 3, "100.00")], "Nothing lands on the default payout."],
    [
      "conversions that it paid nothing for",
      [rule("group", 1, "100.00"), rule("default", 1, "0.00")],
      "50 % of the conversions land on the default payout, which paid nothing.",
    ],
  ])("%s", (_case, rules, sentence) => {
    const conversions = rules.reduce((sum, each) => sum + each.conversions, 0);
    const totals = figures(conversions, "1000.00", "100.00");
    expect(defaultShareInWords({ rules, totals, currency: "USD" })).toBe(sentence);
  });
});
