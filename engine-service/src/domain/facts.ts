import {
  type DatedEvent,
  FACTS,
  type FactValue,
  type Item,
  type PartnerPast,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { localClock } from "./local-time.ts";

/** Where a fact is found. */
export interface Place {
  in: "event" | "item" | "partner" | "clock" | "past" | "params";
  name: string;
}

const PLACES: ReadonlyMap<string, Place> = new Map(
  FACTS.map((fact): [string, Place] => {
    const { key } = fact;
    if (key === "partnerId") return [key, { in: "partner", name: key }];
    if ("itemField" in fact) return [key, { in: "item", name: fact.itemField }];
    if ("past" in fact) return [key, { in: "past", name: key }];
    return [key, { in: "derived" in fact ? "clock" : "event", name: key }];
  }),
);
const PARAMS = "params.";

/** @param key of a fact that a condition may name */
export const placeOf = (key: string): Place => PLACES.get(key) ?? { in: "params", name: key.slice(PARAMS.length) };

/**
 * What conditions look at. Each fact is read when it is asked for, because of the dozens that an event may carry, the
 * groups ask for a handful. A fact that the event does not carry is undefined.
 */
export class Facts {
  readonly event: DatedEvent;
  private readonly timezone: string;
  private readonly partnerId: string | undefined;
  private readonly past: PartnerPast;
  private readonly item: Item | undefined;

  /**
   * @param timezone the terms', for the local day and hour
   * @param partnerId who the event belongs to, after a coupon code was looked at
   * @param past that partner's, as far as it is known
   * @param item the item line that is in view, if any
   */
  constructor(event: DatedEvent, timezone: string, partnerId: string | null, past: PartnerPast = {}, item?: Item) {
    this.event = event;
    this.timezone = timezone;
    this.partnerId = partnerId ?? event.partnerId;
    this.past = past;
    this.item = item;
  }

  /** With one of the event's item lines in view. */
  withItem(item: Item): Facts {
    return new Facts(this.event, this.timezone, this.partnerId ?? null, this.past, item);
  }

  get(key: string): FactValue | undefined {
    return this.at(placeOf(key));
  }

  at({ in: where, name }: Place): FactValue | undefined {
    switch (where) {
      case "event":
        return this.event[name as "orderTotal"];
      case "partner":
        return this.partnerId;
      case "item":
        return this.item?.[name as keyof Item];
      case "past":
        return this.past[name as keyof PartnerPast] ?? undefined;
      case "clock":
        return localClock(this.event.occurredAt, this.timezone)[name as "dayOfWeek"];
      case "params": {
        const { params } = this.event;
        // An object knows "constructor" though nobody sent it.
        return params !== undefined && Object.hasOwn(params, name) ? params[name] : undefined;
      }
    }
  }

  /** Of all facts that the event carries. */
  keys(): string[] {
    const params = Object.keys(this.event.params ?? {}).map((name) => `${PARAMS}${name}`);
    return [...PLACES.keys(), ...params].filter((key) => this.get(key) !== undefined);
  }
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
  readonly items: readonly View[];
}

/** A whole order. Most groups ask nothing of its items, so they are put in view when first asked for. */
class OrderScope implements Scope {
  readonly whole: View;
  private made: readonly View[] | undefined;

  constructor(whole: View) {
    this.whole = whole;
  }

  get items(): readonly View[] {
    this.made ??= itemsOf(this.whole.facts);
    return this.made;
  }
}

const itemsOf = (facts: Facts): View[] =>
  (facts.event.items ?? []).map((item, index) => ({ item: index, facts: facts.withItem(item) }));

/**
 * At order level the order is decided once, with all its items in view; an order without items has none that a rule
 * about items could be met by. At item level each line is decided by itself, and an event without items is one line
 * without item facts. Source: contract 3.7.
 */
export function scopesOf(facts: Facts, level: TermsEvent["level"]): Scope[] {
  const whole: View = { item: null, facts };
  if (level === "order") return [new OrderScope(whole)];
  const items = itemsOf(facts);
  return (items.length === 0 ? [whole] : items).map((line) => ({ whole: line, items: [line] }));
}
