import { parseTerms, type RuleMatch } from "@firstmatch/shared-types";
import fc from "fast-check";
import { Rule } from "json-rules-engine";
import { describe, expect, it } from "vitest";
import { SEED, saleEvent, past as somePast, terms as someTerms } from "../testing/arbitraries.ts";
import { ask } from "../testing/ask.ts";
import { stockWinners } from "../testing/stock-winner.ts";
import { stockRules } from "./stock-rules.ts";

describe("the stock json-rules-engine (contract 2)", () => {
  it("finds the winner that the core finds, for 2,000 random terms and events", async () => {
    let matched = 0;
    await fc.assert(
      fc.asyncProperty(someTerms, saleEvent, somePast, async (terms, sent, past) => {
        // A coupon code's partner is found before any rule is asked, so the pair names its partner.
        const event = { ...sent, partnerId: sent.partnerId ?? "p-3" };
        const { level, lines, match } = ask(terms, event, { id: event.partnerId, past });
        const winners = level === "item" ? lines.map((line) => line.match) : [match as RuleMatch];
        if (winners.some(({ kind }) => kind !== "default")) matched += 1;
        expect(winners.map(({ kind, id }) => ({ kind, id }))).toEqual(await stockWinners(terms, event, past));
      }),
      { numRuns: 2_000, seed: SEED },
    );
    console.info(`2,000 pairs with seed ${SEED}; a rule before the default won in ${matched}`);
    expect(matched).toBeGreaterThan(600);
  }, 120_000);

  it("takes every group as it stands", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        for (const group of terms.events[0]?.groups ?? []) {
          expect(new Rule(group as ConstructorParameters<typeof Rule>[0]).event?.type).toBe("payout");
        }
      }),
      { seed: SEED },
    );
  });

  it("gets documents only that the validator accepts", () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        expect(parseTerms(terms)).toEqual({ ok: true, value: terms });
      }),
      { seed: SEED },
    );
  });

  it("derives the priority from the rank: the first candidate the highest, the last 1", () => {
    fc.assert(
      fc.property(someTerms, saleEvent, (terms, event) => {
        const priorities = stockRules(terms, { ...event, partnerId: "p-1" }).map((rule) => rule.priority);
        expect(priorities).toEqual(priorities.map((_, index) => priorities.length - index));
      }),
      { seed: SEED },
    );
  });
});
