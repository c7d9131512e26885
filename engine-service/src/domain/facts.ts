import {
  type DatedEvent,
  FACTS,
  type FactValue,
  type Item,
  type PartnerPast,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { localClock } from "./local-time.ts";

/** What conditions look at: fact key → value. A fact that the event does not carry is not in it. */
export type Facts = ReadonlyMap<string, FactValue>;

const EVENT_FACTS = FACTS.filter((fact) => !("itemField" in fact) && !("derived" in fact)).map((fact) => fact.key);
const ITEM_FACTS = FACTS.filter((fact) => "itemField" in fact);

/**
 * The facts of an event, without those of its items.
 *
 * @param timezone the terms', for the local day and hour
 * @param partnerId who the event belongs to, after a coupon code was looked at
 * @param past that partner's, as far as it is known
 */
export function eventFacts(
  event: DatedEvent,
  timezone: string,
  partnerId: string | null,
  past: PartnerPast = {},
): Facts {
  const facts = new Map<string, FactValue>();
  for (const key of EVENT_FACTS) {
    const value = event[key as keyof DatedEvent];
    if (typeof value === "string") facts.set(key, value);
  }
  if (partnerId !== null) facts.set("partnerId", partnerId);
  const { dayOfWeek, hourOfDay } = localClock(event.occurredAt, timezone);
  facts.set("dayOfWeek", dayOfWeek).set("hourOfDay", hourOfDay);
  for (const [key, value] of Object.entries(past)) if (value !== null && value !== undefined) facts.set(key, value);
  for (const [name, value] of Object.entries(event.params ?? {})) facts.set(`params.${name}`, value);
  return facts;
}

/** The event's facts and those of one of its item lines. */
export function itemFacts(event: Facts, item: Item): Facts {
  const facts = new Map(event);
  for (const { key, itemField } of ITEM_FACTS) {
    const value = item[itemField];
    if (value !== undefined) facts.set(key, value);
  }
  return facts;
}

/** What a rule may look at: an item line with the event's facts, or the event alone. */
export interface View {
  /** Index of the item, null without one. */
  item: number | null;
  facts: Facts;
}

/** What is decided at once: rules about items are asked of each of the items, the others of the whole. */
export interface Scope {
  whole: View;
  items: readonly View[];
}

/**
 * At order level the order is decided once, with all its items in view; an order without items has none that a rule
 * about items could be met by. At item level each line is decided by itself, and an event without items is one line
 * without item facts. Source: contract 3.7.
 */
export function scopesOf(event: DatedEvent, facts: Facts, level: TermsEvent["level"]): Scope[] {
  const whole: View = { item: null, facts };
  const items = (event.items ?? []).map((item, index): View => ({ item: index, facts: itemFacts(facts, item) }));
  if (level === "order") return [{ whole, items }];
  return (items.length === 0 ? [whole] : items).map((line) => ({ whole: line, items: [line] }));
}
