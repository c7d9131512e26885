import { describe, expect, it } from "vitest";
import { actualWords, answerSentence, lineName, partnerWords, ruleName, statusSentence } from "./decision-words.ts";
import {
  conditionTrace,
  inactiveDecision,
  kpiDecision,
  mixedDecision,
  payableDecision,
  rejectedDecision,
} from "./rule-tester.samples.ts";
import { actualSentence, missSentence, stateOf } from "./trace-words.ts";
import { verdictsOf } from "./verdicts.ts";

const context = { currency: "USD", timezone: "America/New_York", event: {}, document: "draft" };

describe("the answer in words", () => {
  it.each([
    ["payable", payableDecision, "Payout $37.50, by Payout group 1: New and 200 or more."],
    ["kpi", kpiDecision, "KPI, by Payout group 1: New and 200 or more. Tracked as a KPI: nothing is paid."],
    [
      "rejected",
      rejectedDecision,
      "Rejected, by Payout group 1: New and 200 or more. The rule takes the payout from the postback, and none was received.",
    ],
    [
      "rejected before any rule, with what was weighed",
      inactiveDecision,
      "Rejected, by Payout group 1: New and 200 or more. The program, the partner or the membership was not active when it occurred. The promo code SUMMER belongs to p-9; the event named p-7, and in this program the code wins. The membership of p-9 was not active when the event occurred.",
    ],
    ["mixed", mixedDecision, "Payout $38.00, by Different rules, item line by item line."],
  ])("%s", (_label, decision, sentence) => {
    expect(answerSentence(decision)).toBe(sentence);
  });

  it.each([
    [null, null, "Without a partner"],
    ["p-7", "event", "Partner p-7"],
    ["p-7", "coupon-code", "Partner p-7, to whom the coupon code belongs"],
    ["p-9", "promo-code", "Partner p-9, to whom the promo code belongs"],
  ] as const)("says whose event it is: %s by %s → %s", (partnerId, partnerFrom, words) => {
    expect(partnerWords({ ...payableDecision, partnerId, partnerFrom })).toBe(words);
  });

  it("names the layer that a rule stands in", () => {
    expect(ruleName({ kind: "personal", id: "a", name: "Anna's deal", rank: null })).toBe(
      "Personal payout: Anna's deal",
    );
    expect(ruleName({ kind: "default", id: null, name: null, rank: null })).toBe("Default payout");
  });

  it("says nothing beside an amount that is paid", () => {
    expect(statusSentence(payableDecision)).toBeNull();
  });

  it("names an item line by its name, else its SKU, else its place", () => {
    const event = { items: [{ sku: "S1", name: "Trail shoe" }, { sku: "S2" }, {}] };
    expect([0, 1, 2].map((item) => lineName(item, event))).toEqual([
      "Item line 1: Trail shoe",
      "Item line 2: S2",
      "Item line 3",
    ]);
  });
});

describe("what the event said", () => {
  it.each([
    ["money with its currency", "orderTotal", "250", "$250.00"],
    ["money with every digit that was sent", "orderTotal", "0.12345", "$0.12345"],
    ["a moment on the terms' clock", "occurredAt", "2026-11-20T10:00:00Z", "2026-11-20 05:00 (America/New_York)"],
    ["a list, its commas kept", "params.tags", ["a", "b,c"], 'a, "b,c"'],
    ["empty text by its name", "source", "", "empty text"],
    ["truth", "params.vip", true, "true"],
  ])("shows %s", (_label, fact, actual, shown) => {
    expect(actualWords(fact, actual, context)).toBe(shown);
  });

  it("keeps a missing fact apart from a failed one, and says how it decides", () => {
    const missing = conditionTrace({ actual: null, missing: true, result: false });
    expect(stateOf(missing)).toBe("missing");
    expect(actualSentence(missing, context)).toBe("The event does not say, so this fails");
    expect(actualSentence({ ...missing, result: true }, context)).toBe("The event does not say, so this passes");
  });

  it("gives the first condition that failed as the reason of a miss", () => {
    const passed = conditionTrace({});
    const failed = conditionTrace({ actual: "150", result: false });
    expect(missSentence([passed, failed], context)).toBe("Order total is at least $200: was $150.00");
    expect(missSentence([{ any: [failed, failed], result: false }], context)).toContain("is at least $200: no");
    expect(missSentence([passed], context)).toBeNull();
  });
});

describe("verdicts for the ranked list", () => {
  it("tells what became of each group by its id, and leaves out the default payout", () => {
    expect([...verdictsOf(payableDecision.trace)]).toEqual([
      ["new-200", "matched"],
      ["weekend", "disabled"],
    ]);
  });

  it("calls a group matched when any item line matched it", () => {
    expect([...verdictsOf(mixedDecision.trace)]).toEqual([["shoes", "matched"]]);
  });
});
