import { describe, expect, it } from "vitest";
import { apartInWords, paidByInWords, whyNotPaid } from "./own-words.ts";

describe("a partner's conversions in words", () => {
  it.each([
    [{ kind: "group", name: "New customers" }, "New customers"],
    [{ kind: "personal", name: "Anna's deal" }, "Anna's deal"],
    [{ kind: "personal", name: null }, "A payout for you"],
    [{ kind: "default", name: null }, "Everything else"],
    [{ kind: "mixed", name: null }, "Several payouts"],
  ] as const)("name what paid as the list of payouts does: %j", (rule, words) =>
    expect(paidByInWords(rule)).toBe(words),
  );

  it.each([
    ["rejected", "duplicate-click", "The rule takes one conversion per click, and this click has had one."],
    ["rejected", "of-a-later-version", "of-a-later-version"],
    ["rejected", null, null],
    ["kpi", null, "Counted, not paid."],
    ["payable", null, null],
  ] as const)("say why one is not paid: %s, %s", (state, reason, words) =>
    expect(whyNotPaid({ state, reason })).toBe(words),
  );

  const totals = { conversions: 9, sales: "0.00", payout: "0.00", effectiveRate: null };
  it.each([
    [{ rejected: 0, kpi: 0, reversed: 0 }, null],
    [{ rejected: 2, kpi: 0, reversed: 1 }, "Beside these: 2 rejected, 1 reversed."],
    [{ rejected: 0, kpi: 1_200, reversed: 0 }, "Beside these: 1,200 counted without being paid."],
  ])("count apart what is not paid: %j", (counts, words) => expect(apartInWords({ ...totals, ...counts })).toBe(words));
});
