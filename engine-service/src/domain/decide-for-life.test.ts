import type { ConditionNode, DatedEvent, Payout, Terms, TermsEvent } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED, saleEvent, terms as someTerms } from "../testing/arbitraries.ts";
import { compileTerms } from "./compile-terms.ts";
import { type Decided, decide, decideForLife } from "./decide.ts";
import type { Standing } from "./standing.ts";

const M = "2026-11-20T10:00:00Z";
const rule = (id: string, model: Payout["model"], percent: string, conditions: ConditionNode[], more = {}) => ({
  ...{ id, name: id, conditions: { all: conditions }, ...more },
  event: { type: "payout" as const, params: { payout: { model, partner: { percent } } } },
});
const at = (least: string): ConditionNode[] => [{ fact: "orderTotal", operator: "greaterThanInclusive", value: least }];
const shoes: ConditionNode[] = [{ fact: "itemCategory", operator: "isAnyOf", value: ["Shoes"] }];

const termsWith = (more: Partial<TermsEvent>, model: Payout["model"] = "CPS"): Terms => ({
  ...{ schema: "firstmatch/terms@1", name: "T", currency: "USD", timezone: "UTC" },
  events: [
    { type: "sale", name: "Sale", level: "order", default: { payout: { model, partner: { percent: "10" } } }, ...more },
  ],
});
const bound: Standing = {
  ...{ partnerId: "anna", partnerFrom: "lifetime", revenueShare: null, refused: null },
  notes: ["bound"],
};
const question = (terms: Terms, event: object, standing = bound) => ({
  ...{ terms: compileTerms(terms), termsRef: { id: "standard", version: 1 }, program: "acme", standing, explain: true },
  event: { eventType: "sale", occurredAt: M, orderTotal: "100", ...event } as DatedEvent,
});
const decisionOf = (decided: Decided | null) => (decided?.ok ? decided.decision : null);
const asked = (terms: Terms, event: object = {}, standing = bound) =>
  decisionOf(decideForLife(question(terms, event, standing)));

describe("a purchase of a customer who is bound", () => {
  it("passes over a better rule of another model above, and says so in the trace", () => {
    const terms = termsWith({ groups: [rule("big", "CPS", "30", at("50")), rule("life", "lifetime", "5", at("50"))] });
    const decision = asked(terms);
    expect(decision).toMatchObject({ match: { id: "life", rank: 2 }, payout: "5.00", partnerFrom: "lifetime" });
    expect(decision?.trace?.map(({ id, result }) => [id, result])).toEqual([
      ["big", "disabled"],
      ["life", "matched"],
      [null, "disabled"],
    ]);
    expect(decisionOf(decide(question(terms, {})))).toMatchObject({ match: { id: "big" } });
  });

  it.each<[string, Terms, object, string | null]>([
    ["the default payout, when it pays for life", termsWith({}, "lifetime"), {}, "10.00"],
    [
      "nothing, when only rules of other models match",
      termsWith({ groups: [rule("a", "CPS", "5", at("1"))] }),
      {},
      null,
    ],
    [
      "nothing, when the lifetime rule does not match",
      termsWith({ groups: [rule("a", "lifetime", "5", at("101"))] }),
      {},
      null,
    ],
    [
      "nothing, when the lifetime rule is off",
      termsWith({ groups: [rule("a", "lifetime", "5", at("1"), { enabled: false })] }),
      {},
      null,
    ],
    [
      "nothing, when custom groups are off",
      termsWith({ customGroups: false, groups: [rule("a", "lifetime", "5", at("1"))] }),
      ...([{}, null] as const),
    ],
    [
      "the partner's own lifetime payout first",
      termsWith({
        personal: [
          { ...rule("own", "lifetime", "7", []), title: "Own", partners: ["anna"] },
          { ...rule("bobs", "lifetime", "9", []), title: "Bob's", partners: ["bob"] },
        ].map(({ name: _, ...personal }) => personal),
        groups: [rule("life", "lifetime", "5", at("1"))],
      }),
      ...([{}, "7.00"] as const),
    ],
    ["nothing, for an event type that the terms lack", termsWith({}, "lifetime"), { eventType: "lead" }, null],
  ])("takes %s", (_label, terms, event, payout) => {
    expect(asked(terms, event)?.payout ?? null).toBe(payout);
  });

  it("pays nothing to a partner who may not be paid, and is not decided without it", () => {
    const refused = { ...bound, refused: "not-active" as const };
    expect(asked(termsWith({}, "lifetime"), {}, refused)).toMatchObject({ status: "rejected", reason: "not-active" });
  });

  it("at item level, leaves out the lines that no lifetime rule takes", () => {
    const terms = termsWith({ level: "item", groups: [rule("life", "lifetime", "5", shoes)] });
    const items = [
      { category: "Hats", amount: "40" },
      { category: "Shoes", amount: "60" },
    ];
    const decision = asked(terms, { items });
    expect(decision).toMatchObject({ payout: "3.00", match: { id: "life" }, lines: [{ item: 1, payout: "3.00" }] });
    expect(decision?.notes).toEqual(["bound", "Item 1 is taken by no lifetime payout, so nothing is paid for it."]);
    expect(decision?.trace?.map(({ item, id, result }) => [item, id, result])).toEqual([
      [0, "life", "not-matched"],
      [0, null, "disabled"],
      [1, "life", "matched"],
      [1, null, "disabled"],
    ]);
    expect(asked(terms, { items: items.slice(0, 1) })).toBeNull();
  });
});

describe(`for any terms and event (seed ${SEED})`, () => {
  /** Some rules of generated terms pay for life instead. */
  const someForLife = fc
    .tuple(someTerms, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
    .map(([terms, choices]): Terms => {
      const lives = choices.values();
      const maybe = <T extends { payout: Payout }>(params: T): T =>
        lives.next().value ? { ...params, payout: { ...params.payout, model: "lifetime" } } : params;
      const of = <T extends { event: { params: { payout: Payout } } }>(rules: readonly T[] = []) =>
        rules.map((each) => ({ ...each, event: { ...each.event, params: maybe(each.event.params) } }));
      return {
        ...terms,
        events: terms.events.map((event) => ({
          ...event,
          default: maybe(event.default),
          groups: of(event.groups),
          personal: of(event.personal),
        })) as Terms["events"],
      };
    });
  const only = (terms: Terms): Terms => ({
    ...terms,
    events: terms.events.map((event) => ({
      ...event,
      groups: (event.groups ?? []).map((each) =>
        each.event.params.payout.model === "lifetime" ? each : { ...each, enabled: false },
      ),
      personal: (event.personal ?? []).map((each) =>
        each.event.params.payout.model === "lifetime" ? each : { ...each, enabled: false },
      ),
    })),
  });

  it("finds what the same terms find with all other rules switched off, or nothing where those come to the default", () => {
    let found = 0;
    fc.assert(
      fc.property(someForLife, saleEvent, (terms, event) => {
        const standing = { ...bound, partnerId: "p-1" };
        const forLife = decisionOf(decideForLife(question(terms, event, standing)));
        const reference = decisionOf(decide(question(only(terms), event, standing)));
        const defaultForLife = terms.events[0]?.default.payout.model === "lifetime";
        if (forLife !== null) found += 1;
        if (reference === null) return expect(forLife).toBeNull();
        const winners =
          reference.level === "item"
            ? reference.lines.map(({ match }) => match)
            : [reference.match as { kind: string }];
        const taken = winners.filter(({ kind }) => defaultForLife || kind !== "default");
        const own =
          forLife === null ? [] : forLife.level === "item" ? forLife.lines.map(({ match }) => match) : [forLife.match];
        expect(own).toEqual(taken);
      }),
      { numRuns: 1_000, seed: SEED },
    );
    console.info(`1,000 pairs with seed ${SEED}; a lifetime rule took ${found}`);
    expect(found).toBeGreaterThan(300);
  });
});
