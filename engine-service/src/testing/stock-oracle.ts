import {
  type DatedEvent,
  type Expected,
  FACTS,
  type FactValue,
  type Item,
  OPERATOR_NAMES,
  type PartnerPast,
  type Terms,
} from "@firstmatch/shared-types";
import { Engine, Operator } from "json-rules-engine";
import { stockRules } from "../domain/stock-rules.ts";
import { holds } from "./plain-operators.ts";
import type { StockWinner } from "./stock-winner.ts";

/**
 * Every rule that fires in the stock library, the first candidate first: one list for the order, or one for each line at
 * item level. Facts and operators are the oracle's own; an engine is made once for the questions that share its rules.
 */
export function stockOracle(terms: Terms): (event: DatedEvent, past?: PartnerPast) => Promise<StockWinner[][]> {
  const engines = new Map<string, Engine>();
  const engineFor = (event: DatedEvent) => {
    const key = JSON.stringify([event.eventType, event.partnerId, (event.items ?? []).length > 0]);
    const made = engines.get(key) ?? new Engine(stockRules(terms, event), { allowUndefinedFacts: true });
    if (!engines.has(key)) for (const operator of plainOperators(terms.timezone)) made.addOperator(operator);
    engines.set(key, made);
    return made;
  };
  return async (event, past = {}) => {
    const fired: { priority: number; rule: StockWinner }[][] = [];
    for (const line of linesOf(event)) {
      const { results } = await engineFor(event).run(plainFacts(event, line, past, terms.timezone));
      fired.push(
        results.map(({ event, priority = 1 }) => ({ priority, rule: pick(event?.params as StockWinner & object) })),
      );
    }
    const level = terms.events.find(({ type }) => type === event.eventType)?.level;
    return (level === "item" ? fired : [fired.flat()]).map((rules) => inOrder(rules));
  };
}

const pick = ({ kind, id }: StockWinner): StockWinner => ({ kind, id });

/** At order level a rule may have fired for several items. */
function inOrder(fired: { priority: number; rule: StockWinner }[]): StockWinner[] {
  const byPriority = new Map(fired.map(({ priority, rule }) => [priority, rule]));
  return [...byPriority].sort(([a], [b]) => b - a).map(([, rule]) => rule);
}

const plainOperators = (zone: string) =>
  OPERATOR_NAMES.map(
    (name) =>
      new Operator<FactValue | undefined, Expected>(name, (actual, expected) =>
        holds(name, actual, expected, zone),
      ) as Operator,
  );

const linesOf = ({ items = [] }: DatedEvent): Item[] => (items.length === 0 ? [{}] : items);

/** The facts of one line (contract 3), read anew. */
function plainFacts(event: DatedEvent, item: Item, past: PartnerPast, zone: string): Record<string, FactValue> {
  const { dayOfWeek, hourOfDay } = plainClock(event.occurredAt, zone);
  const facts: [string, FactValue | null | undefined][] = [
    ...FACTS.map((fact): [string, FactValue | null | undefined] => {
      if ("itemField" in fact) return [fact.key, item[fact.itemField]];
      if ("past" in fact) return [fact.key, past[fact.key as keyof PartnerPast]];
      return [fact.key, { ...event, dayOfWeek, hourOfDay }[fact.key as "country"]];
    }),
    ...Object.entries(event.params ?? {}).map(([name, value]): [string, FactValue] => [`params.${name}`, value]),
  ];
  return Object.fromEntries(
    facts.filter((fact): fact is [string, FactValue] => fact[1] !== undefined && fact[1] !== null),
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function plainClock(moment: string, timeZone: string) {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", { timeZone, weekday: "long", hour: "numeric", hourCycle: "h23" });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(Date.parse(moment)).map(({ type, value }) => [type, value]));
  return { dayOfWeek: parts.get("weekday") as string, hourOfDay: String(Number(parts.get("hour"))) };
}
