import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { attribute, attributeForLife, notForLife, type SentCode } from "./attribution.ts";

const M = "2026-11-20T10:00:00.000Z";
const BEFORE = "2026-11-20T09:59:59.999Z";
const AFTER = "2026-11-20T10:00:00.001Z";

const ANNAS = { partner: "anna", active: true, from: null, until: null };
const promo = (more: Partial<NonNullable<SentCode["holding"]>> = {}, isMembers = true): SentCode => ({
  ...{ code: "SUMMER", coupons: [], couponsElsewhere: [], isMembers },
  holding: { ...ANNAS, ...more },
});
const coupon = (...coupons: string[]): SentCode => ({
  ...{ code: "SUMMER", coupons, couponsElsewhere: [] },
  ...{ holding: undefined, isMembers: false },
});
const elsewhere = (sent: SentCode): SentCode => ({ ...sent, couponsElsewhere: [{ partner: "bob", terms: "gold" }] });
const asked = (named: string | null, sent: SentCode | null, wins: "code" | "click" = "code") =>
  attribute(named, sent, wins, Date.parse(M));

describe("whose event it is, without a partner", () => {
  it.each<[string, SentCode | null, string | null, string | null]>([
    ["no code → nobody's", null, null, null],
    ["a code that the program does not know → nobody's", coupon(), null, null],
    ["a coupon code → its payout's partner", coupon("bob"), "bob", "coupon-code"],
    ["a promo code → its member", promo(), "anna", "promo-code"],
    ["a promo code from this very moment on → its member", promo({ from: M }), "anna", "promo-code"],
    ["a promo code from a moment later on → nobody's", promo({ from: AFTER }), null, null],
    ["a promo code until a moment later → its member", promo({ until: AFTER }), "anna", "promo-code"],
    ["a promo code until this very moment → nobody's", promo({ until: M }), null, null],
    ["a promo code that ran out → nobody's", promo({ until: BEFORE }), null, null],
    ["a promo code that is not active → nobody's", promo({ active: false }), null, null],
    ["a promo code of someone who was no member → nobody's", promo({}, false), null, null],
    ["both → the coupon code's", { ...promo(), coupons: ["bob"] }, "bob", "coupon-code"],
    [
      "a coupon code beside a promo code that ran out",
      { ...promo({ until: M }), coupons: ["bob"] },
      "bob",
      "coupon-code",
    ],
    ["a coupon code by terms that its partner did not have → nobody's", elsewhere(coupon()), null, null],
    ["one coupon code twice → the older payout's partner", coupon("bob", "carl"), "bob", "coupon-code"],
  ])("%s", (_label, sent, partnerId, partnerFrom) => {
    expect(asked(null, sent)).toMatchObject({ partnerId, partnerFrom });
    // The setting is about two partners, and here is at most one.
    expect(asked(null, sent, "click")).toEqual(asked(null, sent));
  });
});

describe("whose event it is, with a partner", () => {
  it.each<[string, SentCode | null, "code" | "click", string, string]>([
    ["no code → the named one", null, "code", "carl", "event"],
    ["an unknown code → the named one", coupon(), "code", "carl", "event"],
    ["another's promo code, the code wins → the holder", promo(), "code", "anna", "promo-code"],
    ["another's promo code, the click wins → the named one", promo(), "click", "carl", "event"],
    ["its own promo code → the named one, by the event", promo({ partner: "carl" }), "code", "carl", "event"],
    ["another's code that is not active → the named one", promo({ active: false }), "code", "carl", "event"],
    ["another's code, who was no member → the named one", promo({}, false), "code", "carl", "event"],
    ["another's coupon code → the named one (contract 3.1)", coupon("bob"), "code", "carl", "event"],
  ])("%s", (_label, sent, wins, partnerId, partnerFrom) => {
    expect(asked("carl", sent, wins)).toMatchObject({ partnerId, partnerFrom });
  });
});

describe("what the decision says about it", () => {
  it.each<[string, string | null, SentCode, "code" | "click", string[]]>([
    [
      "both partners, and that the code wins",
      ...(["carl", promo(), "code"] as const),
      ["The promo code SUMMER belongs to anna; the event named carl, and in this program the code wins."],
    ],
    [
      "both partners, and that the click wins",
      ...(["carl", promo(), "click"] as const),
      ["The promo code SUMMER belongs to anna; the event named carl, and in this program the click wins."],
    ],
    [
      "that a code was not active",
      ...([null, promo({ active: false }), "code"] as const),
      ["The promo code SUMMER belongs to anna, but it was not active when the event occurred."],
    ],
    [
      "from when on it counts",
      ...([null, promo({ from: AFTER }), "code"] as const),
      [`The promo code SUMMER belongs to anna, but it counts only from ${AFTER}.`],
    ],
    [
      "until when it counted",
      ...(["carl", promo({ until: M }), "code"] as const),
      [`The promo code SUMMER belongs to anna, but it counted only until ${M}.`],
    ],
    [
      "that its holder was no member",
      ...([null, promo({}, false), "code"] as const),
      ["The promo code SUMMER belongs to anna, but its holder was no member of the program when the event occurred."],
    ],
    [
      "whom a coupon code came before",
      ...([null, { ...promo(), coupons: ["bob", "carl"] }, "code"] as const),
      ["The code SUMMER is bob's coupon code, which comes before the same code of carl, anna."],
    ],
    [
      "of a coupon code by terms that its partner did not have",
      ...([null, elsewhere(coupon()), "code"] as const),
      [
        'The code SUMMER is bob\'s coupon code by the terms "gold", which did not decide for bob when the event occurred.',
      ],
    ],
    [
      "of the same, beside whose event it is instead",
      ...([null, elsewhere(promo()), "code"] as const),
      [
        'The code SUMMER is bob\'s coupon code by the terms "gold", which did not decide for bob when the event occurred.',
      ],
    ],
    ["nothing of the same where a coupon code counts", null, elsewhere(coupon("carl")), "code", []],
    ["nothing of the same where the event names its partner", "carl", elsewhere(coupon()), "code", []],
    ["nothing of a coupon code alone", null, coupon("bob"), "code", []],
    ["nothing of a promo code alone", null, promo(), "code", []],
    ["nothing when both codes are one partner's", null, { ...promo(), coupons: ["anna"] }, "code", []],
    ["nothing of the partner's own code, even a stopped one", "anna", promo({ active: false }), "code", []],
    ["nothing of a code that is nobody's", "carl", coupon(), "code", []],
  ])("%s", (_label, named, sent, wins, notes) => {
    expect(asked(named, sent, wins).notes).toEqual(notes);
  });
});

describe("whose event it is, of a customer who is bound", () => {
  const binding = { customer: "c-1", partner: "anna", since: BEFORE };
  const bound = `The customer c-1 is bound to anna since ${BEFORE}, so the event is anna's`;
  it.each([
    ["nobody else is named", { partnerId: null, partnerFrom: null }, `${bound}.`],
    ["the event names the same partner", { partnerId: "anna", partnerFrom: "event" }, `${bound}.`],
    [
      "the event names another",
      { partnerId: "bob", partnerFrom: "event" },
      `${bound}, not bob's, whom the event names.`,
    ],
    [
      "its click names another",
      { partnerId: "bob", partnerFrom: "click" },
      `${bound}, not bob's, whom its click names.`,
    ],
    [
      "its coupon code names another",
      { partnerId: "bob", partnerFrom: "coupon-code" },
      `${bound}, not bob's, whom its coupon code names.`,
    ],
    [
      "its promo code names another",
      { partnerId: "bob", partnerFrom: "promo-code" },
      `${bound}, not bob's, whom its promo code names.`,
    ],
  ] as const)("is the bound partner's where %s", (_label, without, note) => {
    const owned = attributeForLife(binding, { ...without, notes: ["of a code"] });
    expect(owned).toEqual({ partnerId: "anna", partnerFrom: "lifetime", notes: [note] });
  });

  it("says which terms have no lifetime payout for it", () => {
    expect(notForLife(binding, "gold")).toBe(
      `The customer c-1 is bound to anna since ${BEFORE}, but no lifetime payout of the terms "gold" takes this event, so it is decided without the binding.`,
    );
  });
});

describe(`whose event it is, for any codes (seed ${SEED})`, () => {
  const partner = fc.constantFrom("anna", "bob", "carl");
  const bound = fc.option(fc.constantFrom(BEFORE, M, AFTER));
  const holding = fc.record({ partner, active: fc.boolean(), from: bound, until: bound });
  const sent = fc.option(
    fc.record({
      code: fc.constant("SUMMER"),
      coupons: fc.array(partner, { maxLength: 3 }),
      couponsElsewhere: fc.array(fc.record({ partner, terms: fc.constant("gold") }), { maxLength: 2 }),
      holding: fc.option(holding, { nil: undefined }),
      isMembers: fc.boolean(),
    }),
  );
  const wins = fc.constantFrom("code" as const, "click" as const);
  const holds = (law: (named: string | null, sent: SentCode | null, wins: "code" | "click") => void) =>
    fc.assert(fc.property(fc.option(partner), sent, wins, law), { numRuns: 2_000, seed: SEED });

  it("is always one of those who were named or have the code, and says from where", () =>
    holds((named, sent, wins) => {
      const { partnerId, partnerFrom } = asked(named, sent, wins);
      if (partnerFrom === null) expect([partnerId, named]).toEqual([null, null]);
      if (partnerFrom === "event") expect(partnerId).toBe(named);
      if (partnerFrom === "coupon-code") expect(partnerId).toBe(sent?.coupons[0]);
      if (partnerFrom === "promo-code") expect(partnerId).toBe(sent?.holding?.partner);
    }));

  it("is never taken from a named partner unless the code wins, and never silently", () =>
    holds((named, sent, wins) => {
      const { partnerId, notes } = asked(named, sent, wins);
      if (named === null || partnerId === named) return;
      expect(wins).toBe("code");
      expect(notes).toHaveLength(1);
    }));

  it("is as without the code when the code does not count", () =>
    holds((named, sent, wins) => {
      const stopped = sent && { ...sent, coupons: [], holding: sent.holding && { ...sent.holding, active: false } };
      const { notes: _, ...owned } = asked(named, stopped, wins);
      const { notes: _none, ...without } = asked(named, null, wins);
      expect(owned).toEqual(without);
    }));
});
