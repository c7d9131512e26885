import {
  type Conditions,
  type DatedEvent,
  type Expected,
  type FactValue,
  looksAtItems,
  OPERATOR_NAMES,
  type PartnerPast,
  type Terms,
} from "@firstmatch/shared-types";
import { Operator, type RuleProperties } from "json-rules-engine";
import { Facts, scopesOf } from "./facts.ts";
import { predicateFor } from "./operators.ts";
import { withCoupon } from "./rule.ts";

/** The operators of the contract for the stock library: `engine.addOperator(operator)`. */
export const stockOperators = (timezone: string): Operator[] =>
  OPERATOR_NAMES.map(
    (name) =>
      new Operator<FactValue | undefined, Expected>(name, (actual, expected) =>
        predicateFor(name, expected, timezone)(actual),
      ) as Operator,
  );

/**
 * The candidates for an event as rules of json-rules-engine, its partner's personal payouts before the groups. The
 * library tries higher priorities first, so the first candidate gets the highest and the last gets 1. What cannot win is
 * left out: what is disabled, and at order level what asks about items where the order carries none. Where no rule
 * fires, the default payout pays. The engine needs `allowUndefinedFacts`.
 */
export function stockRules(terms: Terms, event: DatedEvent): RuleProperties[] {
  const found = terms.events.find(({ type }) => type === event.eventType);
  if (found === undefined) throw new RangeError(`there is no event type "${event.eventType}" in these terms`);
  const { level, customGroups, groups = [], personal = [] } = found;
  const own = personal.filter(({ partners }) => event.partnerId !== undefined && partners.includes(event.partnerId));
  const candidates = [
    ...own.map((payout) => ({ ...payout, kind: "personal", conditions: withCoupon(payout) })),
    ...(customGroups === false ? [] : groups).map((group) => ({ ...group, kind: "group" })),
  ].filter(
    ({ enabled, conditions }) =>
      enabled !== false && (level === "item" || event.items?.length || !looksAtItems(conditions)),
  );
  return candidates.map(({ id, kind, conditions, event: fired }, index) => ({
    name: id,
    priority: candidates.length - index,
    conditions: conditions as Conditions & RuleProperties["conditions"],
    event: { type: fired.type, params: { ...fired.params, kind, id } },
  }));
}

/**
 * The facts to run those rules with: one set for each item line, or one for an event without items. At order level the
 * best of the winners is the order's.
 */
export const stockFacts = (terms: Terms, event: DatedEvent, past?: PartnerPast): Record<string, FactValue>[] =>
  scopesOf(new Facts(event, terms.timezone, event.partnerId ?? null, past), "item").map(({ whole: { facts } }) =>
    Object.fromEntries(facts.keys().map((key) => [key, facts.get(key) as FactValue])),
  );
