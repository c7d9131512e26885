import type { DatedEvent, PartnerPast, RuleMatch, Terms } from "@firstmatch/shared-types";
import { Engine } from "json-rules-engine";
import { stockFacts, stockOperators, stockRules } from "../domain/stock-rules.ts";

export type StockWinner = Pick<RuleMatch, "kind" | "id">;

/**
 * The winners that the stock library finds: one for the order, or one for each line at item level. The oracle of our
 * tests; it evaluates every rule and takes the highest priority, because stop() loses matches when runs overlap.
 */
export async function stockWinners(terms: Terms, event: DatedEvent, past?: PartnerPast): Promise<StockWinner[]> {
  const engine = new Engine(stockRules(terms, event), { allowUndefinedFacts: true });
  for (const operator of stockOperators(terms.timezone)) engine.addOperator(operator);
  const best: { priority: number; winner: StockWinner }[] = [];
  for (const facts of stockFacts(terms, event, past)) {
    const { results } = await engine.run(facts);
    const fired = results.map(({ event, priority = 1 }) => ({ event, priority }));
    const top = fired.sort((a, b) => b.priority - a.priority)[0];
    const { kind, id } = (top?.event?.params ?? { kind: "default", id: null }) as StockWinner;
    best.push({ priority: top?.priority ?? 0, winner: { kind, id } });
  }
  const level = terms.events.find((candidate) => candidate.type === event.eventType)?.level;
  const decided = level === "item" ? best : [best.reduce((a, b) => (b.priority > a.priority ? b : a))];
  return decided.map(({ winner }) => winner);
}
