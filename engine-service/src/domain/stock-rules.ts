import {
  type Conditions,
  type DatedEvent,
  type Expected,
  type FactValue,
  OPERATOR_NAMES,
  type Terms,
} from "@firstmatch/shared-types";
import { Operator, type RuleProperties } from "json-rules-engine";
import { withCoupon } from "./compile-terms.ts";
import { eventFacts, viewsOf } from "./facts.ts";
import { predicateFor } from "./operators.ts";

/** The operators of the contract for the stock library: `engine.addOperator(operator)`. */
export const stockOperators = (timezone: string): Operator[] =>
  OPERATOR_NAMES.map(
    (name) =>
      new Operator<FactValue | undefined, Expected>(name, (actual, expected) =>
        predicateFor(name, expected, timezone)(actual),
      ) as Operator,
  );

/**
 * The candidates of one event type for one partner as rules of json-rules-engine, the personal payouts before the
 * groups. The library tries higher priorities first, so the first candidate gets the highest and the last gets 1.
 * What is disabled is left out; where no rule fires, the default payout pays. The engine needs `allowUndefinedFacts`.
 */
export function stockRules(terms: Terms, eventType: string, partnerId: string | null): RuleProperties[] {
  const event = terms.events.find((candidate) => candidate.type === eventType);
  if (event === undefined) throw new RangeError(`there is no event type "${eventType}" in these terms`);
  const personal = (event.personal ?? [])
    .filter((payout) => payout.enabled !== false && partnerId !== null && payout.partners.includes(partnerId))
    .map((payout) => ({ name: payout.id, kind: "personal", conditions: withCoupon(payout), event: payout.event }));
  const groups = event.customGroups === false ? [] : (event.groups ?? []);
  const ranked = groups
    .filter((group) => group.enabled !== false)
    .map((group) => ({ name: group.id, kind: "group", conditions: group.conditions, event: group.event }));
  const candidates = [...personal, ...ranked];
  return candidates.map(({ name, kind, conditions, event: fired }, index) => ({
    name,
    priority: candidates.length - index,
    conditions: conditions as Conditions & RuleProperties["conditions"],
    event: { type: fired.type, params: { ...fired.params, kind, id: name } },
  }));
}

/** The facts to run those rules with: one set for each item line, or one for an event without items. */
export const stockFacts = (event: DatedEvent, terms: Terms): Record<string, FactValue>[] =>
  viewsOf(event, eventFacts(event, terms.timezone, event.partnerId ?? null)).map((view) =>
    Object.fromEntries(view.facts),
  );
