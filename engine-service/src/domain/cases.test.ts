import { parseEvent, parseTerms, type RuleMatch, SimulatedEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { ask } from "../testing/ask.ts";
import { askedOf, type Case, readCases } from "../testing/cases.ts";
import { stockWinners } from "../testing/stock-winner.ts";

/** Reads a case as a caller's request is read; both sides must be without a fault. */
function read({ terms, event, partner }: Case) {
  const readTerms = parseTerms(terms);
  const readEvent = parseEvent(SimulatedEvent, event);
  if (!readTerms.ok || !readEvent.ok) throw new Error(JSON.stringify([readTerms, readEvent]));
  return {
    terms: readTerms.value,
    event: { occurredAt: "2026-11-20T10:00:00Z", ...readEvent.value },
    partner: partner ?? null,
  };
}

for (const { file, cases } of readCases()) {
  describe(`cases/${file}`, () => {
    it.each(cases)("the core: $name", (example) => {
      const { terms, event, partner } = read(example);
      expect(askedOf(ask(terms, event, partner), example.expect)).toEqual(example.expect);
    });

    it.each(cases)("the stock library: $name", async (example) => {
      const { terms, event, partner } = read(example);
      const { level, lines, match, partnerId } = ask(terms, event, partner);
      const winners = level === "item" ? lines.map((line) => line.match) : [match as RuleMatch];
      const owned = partnerId === null ? event : { ...event, partnerId };
      const past = partner?.id === partnerId ? partner?.past : undefined;
      expect(await stockWinners(terms, owned, past)).toEqual(winners.map(({ kind, id }) => ({ kind, id })));
    });
  });
}
