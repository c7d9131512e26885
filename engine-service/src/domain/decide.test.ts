import { type DatedEvent, Decimal, type Decision, type Terms, type TermsEvent } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditions, SEED, saleEvent, terms as someTerms } from "../testing/arbitraries.ts";
import { ask } from "../testing/ask.ts";
import { compileTerms } from "./compile-terms.ts";
import { decide } from "./decide.ts";

const PROFILE = { id: "p-1", revenueShare: "70" };
const holds = (law: (terms: Terms, event: DatedEvent) => void) =>
  fc.assert(fc.property(someTerms, saleEvent, law), { numRuns: 1_000, seed: SEED });

/** The same terms with another list of groups. */
const withGroups = (
  terms: Terms,
  change: (groups: NonNullable<TermsEvent["groups"]>) => TermsEvent["groups"],
): Terms => ({
  ...terms,
  events: terms.events.map((event) => ({ ...event, groups: change(event.groups ?? []) })),
});

describe(`decide, for 1,000 random terms and events each (seed ${SEED})`, () => {
  it("keeps advertiserCost = payout + platformFee, in all and on every line, none of them negative", () =>
    holds((terms, event) => {
      const decision = ask(terms, event, PROFILE);
      for (const { payout, platformFee, advertiserCost } of [decision, ...decision.lines]) {
        expect(new Decimal(payout).plus(platformFee).equals(advertiserCost)).toBe(true);
        expect([payout, platformFee].every((amount) => !amount.startsWith("-"))).toBe(true);
      }
    }));

  it("adds the lines up to the whole", () =>
    holds((terms, event) => {
      const { lines, payout } = ask(terms, event, PROFILE);
      if (lines.length > 0) expect(Decimal.sum(...lines.map((line) => line.payout)).equals(payout)).toBe(true);
    }));

  it("pays nothing unless it says payable, and gives a reason exactly when it rejects", () =>
    holds((terms, event) => {
      const { status, reason, advertiserCost } = ask(terms, event);
      if (status !== "payable") expect(new Decimal(advertiserCost).isZero()).toBe(true);
      expect(reason !== null).toBe(status === "rejected");
    }));

  it("holds min and max per order", () =>
    holds((terms, event) => {
      const { level, status, match, payout } = ask(terms, event, PROFILE);
      if (level === "item" || status !== "payable" || match.kind === "mixed") return;
      const { default: fallback, groups = [], personal = [] } = terms.events[0] as TermsEvent;
      const won = [...groups, ...personal].find(({ id }) => id === match.id)?.event.params.payout ?? fallback.payout;
      if (won.max !== undefined) expect(new Decimal(payout).lessThanOrEqualTo(won.max)).toBe(true);
      if (won.min !== undefined) expect(new Decimal(payout).greaterThanOrEqualTo(won.min)).toBe(true);
    }));

  it("gives the same bytes for the same question, and explaining changes nothing but the explanation", () =>
    holds((terms, event) => {
      const { trace, calculation, ...explained } = ask(terms, event, PROFILE, true);
      expect(JSON.stringify(explained)).toBe(JSON.stringify(ask(terms, event, PROFILE)));
      expect(trace?.length).toBeGreaterThan(0);
      expect(calculation?.every(({ steps }) => steps.length > 0)).toBe(true);
    }));

  it("names in the trace exactly one match per line, nothing asked below it, every candidate in its order", () =>
    holds((terms, event) => {
      const { trace = [], lines, level } = ask(terms, event, null, true);
      expect(trace.filter(({ result }) => result === "matched")).toHaveLength(level === "item" ? lines.length : 1);
      for (const { result, conditions: asked } of trace) {
        if (result === "matched") expect(asked.every((node) => node.result)).toBe(true);
        if (result === "not-matched") expect(asked.some((node) => !node.result)).toBe(true);
        if (result === "not-reached" || result === "disabled") expect(asked).toEqual([]);
      }
    }));

  it("finds another winner only among former defaults when a group is added at the end", () =>
    fc.assert(
      fc.property(someTerms, saleEvent, conditions, (terms, event, added) => {
        const before = ask(terms, event);
        const after = ask(
          withGroups(terms, (groups) => [
            ...groups,
            {
              id: "added",
              name: "Added",
              conditions: added,
              event: { type: "payout", params: { payout: { model: "CPS", partner: { fixed: "1" } } } },
            },
          ]),
          event,
        );
        if (before.match.kind === "group" || before.match.kind === "personal") expect(after).toEqual(before);
      }),
      { numRuns: 1_000, seed: SEED },
    ));

  it("treats a disabled group like an absent one", () =>
    holds((terms, event) => {
      const amounts = ({ payout, status, platformFee }: { payout: string; status: string; platformFee: string }) => ({
        payout,
        status,
        platformFee,
      });
      const without = withGroups(terms, (groups) => groups.filter(({ enabled }) => enabled !== false));
      expect(amounts(ask(without, event))).toEqual(amounts(ask(terms, event)));
    }));
});

describe(`an event that may not be paid, for 1,000 random terms and events each (seed ${SEED})`, () => {
  const REFUSED = { ...{ partnerId: PROFILE.id, partnerFrom: "event" as const }, revenueShare: PROFILE.revenueShare };
  const refused = (terms: Terms, event: DatedEvent, reason: "not-active" | null): Decision => {
    const standing = { ...REFUSED, refused: reason, notes: reason === null ? [] : ["It was not active."] };
    const about = { termsRef: { id: null, version: null }, program: null, explain: true };
    const decided = decide({ terms: compileTerms(terms), standing, event, ...about });
    if (!decided.ok) throw new Error(decided.fault.message);
    return decided.decision;
  };

  it("is rejected with its reason, whatever the rules say, and no line of it is paid", () =>
    holds((terms, event) => {
      const decision = refused(terms, event, "not-active");
      expect([decision.status, decision.reason, decision.notes]).toEqual([
        "rejected",
        "not-active",
        ["It was not active."],
      ]);
      for (const { payout, platformFee, advertiserCost } of [decision, ...decision.lines])
        expect([payout, platformFee, advertiserCost].every((amount) => new Decimal(amount).isZero())).toBe(true);
      expect(decision.lines.every(({ status }) => status === "rejected")).toBe(true);
    }));

  it("shows the same match, level, visibility and trace as one that may", () =>
    holds((terms, event) => {
      const shown = ({ match, level, visibility, trace, partnerId }: Decision) => ({
        ...{ match, level, visibility, trace, partnerId },
      });
      expect(shown(refused(terms, event, "not-active"))).toEqual(shown(refused(terms, event, null)));
    }));
});

describe("decide refuses", () => {
  const terms: Terms = {
    schema: "firstmatch/terms@1",
    name: "T",
    currency: "USD",
    timezone: "UTC",
    events: [
      { type: "sale", name: "Sale", level: "order", default: { payout: { model: "CPS", partner: { percent: "10" } } } },
    ],
  };
  const question = {
    terms: compileTerms(terms),
    termsRef: { id: null, version: null },
    program: null,
    standing: { partnerId: null, partnerFrom: null, revenueShare: null, refused: null, notes: [] },
    explain: false,
  };

  it("an event type that the terms do not have, with a suggestion", () => {
    const decided = decide({ ...question, event: { eventType: "sales", occurredAt: "2026-11-20T10:00:00Z" } });
    expect(decided).toEqual({
      ok: false,
      kind: "unknown-event-type",
      fault: { pointer: "/eventType", message: 'there is no event type "sales" in these terms. Did you mean "sale"?' },
    });
  });

  it("a currency that is not the terms'", () => {
    const decided = decide({
      ...question,
      event: { eventType: "sale", currency: "EUR", occurredAt: "2026-11-20T10:00:00Z" },
    });
    expect(decided).toMatchObject({ ok: false, kind: "other-currency", fault: { pointer: "/currency" } });
  });
});
