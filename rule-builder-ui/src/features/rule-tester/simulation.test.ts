import type { PersonalPayout, Terms, TermsEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { placeInEvent, placeInTerms } from "./fault-place.ts";
import { sampleTerms } from "./rule-tester.samples.ts";
import { changedSince, type Question, questionedDraft, simulateBody, withPersonal } from "./simulation.ts";

const sale = sampleTerms.events[0] as TermsEvent;
const anna: PersonalPayout = {
  id: "anna",
  title: "Anna's deal",
  partners: ["p-7"],
  conditions: { all: [] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "25" } } } },
};
const asked: Question = {
  event: { eventType: "sale", orderTotal: "250" },
  eventType: "sale",
  revenueShare: "",
  past: {},
  against: "draft",
  draft: questionedDraft(sampleTerms, "sale"),
};

describe("what is sent to /simulate", () => {
  it("carries the stored personal payouts inside the document, once each", () => {
    const once = withPersonal(sampleTerms, "sale", [anna]);
    expect(once.events[0]?.personal).toEqual([anna]);
    expect(withPersonal(once, "sale", [{ ...anna, title: "Raised" }]).events[0]?.personal).toEqual([
      { ...anna, title: "Raised" },
    ]);
    expect(withPersonal(sampleTerms, "sale", [])).toBe(sampleTerms);
  });

  it("names the partner's profile only where the event names a partner", () => {
    const event = { eventType: "sale", partnerId: "p-7" };
    const past = { partnerRevenueThisMonth: "10000" };
    const profile = { revenueShare: "70", past };
    expect(simulateBody(sampleTerms, { event, ...profile }).partner).toEqual({ id: "p-7", ...profile });
    expect(simulateBody(sampleTerms, { event, revenueShare: "", past: {} }).partner).toEqual({ id: "p-7" });
    expect(simulateBody(sampleTerms, { event: { eventType: "sale" }, ...profile })).not.toHaveProperty("partner");
  });
});

describe("an answer that no longer stands", () => {
  const renamed: Terms = { ...sampleTerms, name: "Other", events: [...sampleTerms.events, { ...sale, type: "lead" }] };
  const emptied: Terms = { ...sampleTerms, events: [{ ...sale, groups: [] }] };

  it.each<[string, Partial<Question>, string | null]>([
    ["nothing changed", {}, null],
    ["another event type of the draft changed", { draft: questionedDraft(renamed, "sale") }, null],
    ["the draft changed", { draft: questionedDraft(emptied, "sale") }, "The draft has changed since this answer"],
    ["the event was written in another order", { event: { orderTotal: "250", eventType: "sale" } }, null],
    ["the event changed", { event: { eventType: "sale" } }, "The event has changed since this answer"],
    ["another version was chosen", { against: 3 }, "Another version is chosen since this answer"],
    ["the past changed", { past: { partnerConversions: "1" } }, "The partner's past has changed since this answer"],
    ["the revenue share changed", { revenueShare: "70" }, "The revenue share has changed since this answer"],
  ])("%s", (_label, change, words) => {
    expect(changedSince(asked, { ...asked, ...change })).toBe(words);
  });

  it("stands against a published version, whatever happens to the draft", () => {
    const onVersion = { ...asked, against: 3 };
    expect(changedSince(onVersion, { ...onVersion, draft: questionedDraft(emptied, "sale") })).toBeNull();
  });
});

describe("where a fault of the draft is", () => {
  it.each([
    [
      "/terms/events/0/groups/1/conditions/all/0/value",
      "Online sale, payout group 2 (Weekend gold), conditions all 1 value",
    ],
    [
      "/terms/events/0/groups/0/event/params/payout/partner",
      "Online sale, payout group 1 (New and 200 or more), payout partner",
    ],
    ["/terms/events/0/default/payout/model", "Online sale, default payout, payout model"],
    ["/terms/events/0/level", "Online sale, level"],
    ["/terms/currency", "currency"],
  ])("%s is %s", (pointer, place) => {
    expect(placeInTerms(pointer, sampleTerms)).toBe(place);
  });
});

describe("where a fault of the event is", () => {
  it.each([
    ["/event/orderTotal", "Order total"],
    ["/event/items/1/amount", "Item line 2, amount"],
    ["/event/params/tier", "Parameter tier"],
    ["/event/ordertotal", "ordertotal"],
    ["/partner/revenueShare", "Revenue share"],
  ])("%s is %s", (pointer, place) => {
    expect(placeInEvent(pointer)).toBe(place);
  });
});
