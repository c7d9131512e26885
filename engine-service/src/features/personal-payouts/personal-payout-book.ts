import { foldText, type PersonalPayout, type Terms, usesPast } from "@firstmatch/shared-types";
import type { PersonalPayouts } from "../../domain/compile-terms.ts";
import { type PersonalRule, paysForLife, personalRule } from "../../domain/rule.ts";
import type { Known } from "../book.ts";
import { couponOf, type PersonalPayoutRecord } from "./personal-payout-store.ts";

export type KnownPersonalPayout = Known<PersonalPayoutRecord>;

interface Entry {
  record: KnownPersonalPayout;
}

/** What a partner's payouts of an event type come to, and while they do, in milliseconds. */
interface Deals {
  terms: string;
  /** The holder's, when it was worked out. */
  changes: number;
  from: number;
  /** Not included. */
  until: number;
  rules: readonly PersonalRule[];
}

/** What was worked out beside one version of the terms, since mostly it is asked for again; forgotten with the version. */
interface Beside {
  rules: Map<PersonalPayout, PersonalRule>;
  /** By event type, then by partner. */
  deals: Map<string, Map<string, Deals>>;
}

/** A partner. */
interface Holder {
  entries: Set<Entry>;
  /** How often any of them did. */
  changes: number;
}

/** Of one program. */
interface Shelf {
  byPartner: Map<string, Holder>;
  byCode: Map<string, Set<Entry>>;
  beside: WeakMap<Terms, Beside>;
  /** Whether any payout was ever such a one. */
  usesPast: boolean;
  paysForLife: boolean;
}

const emptyShelf = (): Shelf => ({
  ...{ byPartner: new Map(), byCode: new Map(), beside: new WeakMap() },
  ...{ usesPast: false, paysForLife: false },
});
const emptyHolder = (): Holder => ({ entries: new Set(), changes: 0 });
const nothingBeside = (): Beside => ({ rules: new Map(), deals: new Map() });

/** A partner whom a personal payout of some terms gives a coupon code. */
export interface Coupon {
  terms: string;
  partner: string;
}

/** All personal payouts in memory, found by partner and by code, so that tens of thousands cost a decision nothing. */
export class PersonalPayoutBook {
  private readonly entries = new Map<string, Entry>();
  private readonly shelves = new Map<string, Shelf>();

  /** Adds a payout or its newer state; an older one than known is passed over. */
  put({ change: _, changedAt: _at, changedBy: _by, ...record }: PersonalPayoutRecord): void {
    const known = this.entries.get(record._id);
    if (known !== undefined && known.record.revision >= record.revision) return;
    const entry: Entry = known ?? { record };
    entry.record = record;
    this.entries.set(record._id, entry);
    const shelf = fetch(this.shelves, record.program, emptyShelf);
    for (const { payout } of record.history) {
      for (const partner of payout?.partners ?? []) {
        const holder = fetch(shelf.byPartner, partner, emptyHolder);
        holder.entries.add(entry);
        holder.changes += 1;
      }
      const code = couponOf(payout);
      if (code !== null) fetch(shelf.byCode, code, () => new Set()).add(entry);
      shelf.usesPast ||= payout !== null && usesPast(payout.conditions);
      shelf.paysForLife ||= payout !== null && paysForLife(payout.event.params);
    }
  }

  /** Whether any payout of a program was ever such a one. */
  has(kind: "usesPast" | "paysForLife", program: string): boolean {
    return this.shelves.get(program)?.[kind] === true;
  }

  /** A partner's payouts in a program that are there now, of all terms and event types, the older first. */
  ofPartner(program: string, partner: string): KnownPersonalPayout[] {
    return [...(this.shelves.get(program)?.byPartner.get(partner)?.entries ?? [])]
      .filter(({ record }) => record.partners.includes(partner))
      .map(({ record }) => record)
      .sort(byAge);
  }

  /** The payouts as they were in force at a moment, beside one version of the terms. */
  at(program: string, terms: string, moment: number, document: Terms): PersonalPayouts {
    const shelf = this.shelves.get(program);
    if (shelf === undefined) return NOBODYS;
    const { rules, deals } = fetch(shelf.beside, document, nothingBeside);
    return {
      ofPartner: (eventType, partner) => {
        const holder = shelf.byPartner.get(partner);
        if (holder === undefined) return NONE;
        const ofType = fetch(deals, eventType, () => new Map<string, Deals>());
        const known = ofType.get(partner);
        if (known !== undefined && stillHolds(known, terms, holder, moment)) return known.rules;
        const made = dealsAt(holder, { partner, terms, eventType, document }, moment, rules);
        ofType.set(partner, made);
        return made.rules;
      },
    };
  }

  /** The partners who have a coupon code now, by any terms and event type of a program. @param code in any case */
  couponHolders(program: string, code: string): string[] {
    const folded = foldText(code);
    const records = this.withCode(program, folded).filter(({ couponCode }) => couponCode === folded);
    return [...new Set(records.flatMap(({ partners }) => partners))];
  }

  /**
   * Whose coupon code it is at an event of some type, in all terms of the program, the older payout first.
   *
   * @param momentIn when it is asked about in these terms; undefined: not at all
   */
  couponsAt(
    program: string,
    eventType: string,
    code: string,
    momentIn: (terms: string) => number | undefined,
  ): Coupon[] {
    const folded = foldText(code);
    return this.withCode(program, folded)
      .filter((record) => record.eventType === eventType)
      .sort(byAge)
      .flatMap((record) => {
        const moment = momentIn(record.terms);
        const payout = moment === undefined ? null : payoutAt(record, moment);
        const partner = payout?.partners[0];
        const holds = partner !== undefined && payout?.enabled !== false && couponOf(payout) === folded;
        return holds ? [{ terms: record.terms, partner }] : [];
      });
  }

  private withCode(program: string, folded: string): KnownPersonalPayout[] {
    return [...(this.shelves.get(program)?.byCode.get(folded) ?? [])].map(({ record }) => record);
  }
}

const NONE: readonly PersonalRule[] = [];
const NOBODYS: PersonalPayouts = { ofPartner: () => NONE };

const stillHolds = (deals: Deals, terms: string, { changes }: Holder, moment: number): boolean =>
  deals.terms === terms && deals.changes === changes && deals.from <= moment && moment < deals.until;

function dealsAt(
  { entries, changes }: Holder,
  { partner, terms, eventType, document }: { partner: string; terms: string; eventType: string; document: Terms },
  moment: number,
  compiled: Map<PersonalPayout, PersonalRule>,
): Deals {
  const records = [...entries]
    .map(({ record }) => record)
    .filter((record) => record.terms === terms && record.eventType === eventType)
    .sort(byAge);
  const rules = records.flatMap((record) => {
    const payout = payoutAt(record, moment);
    if (!payout?.partners.includes(partner)) return [];
    return [fetch(compiled, payout, () => compile(payout, eventType, document))];
  });
  const moments = records.flatMap(({ history }) => history.map(({ inForceFrom }) => Date.parse(inForceFrom)));
  const from = moments.reduce((latest, at) => (at <= moment ? Math.max(latest, at) : latest), Number.NEGATIVE_INFINITY);
  const until = moments.reduce((next, at) => (at > moment ? Math.min(next, at) : next), Number.POSITIVE_INFINITY);
  return { terms, changes, from, until, rules };
}

/** What the payout was at a moment; null when it was not there, or not yet. */
function payoutAt({ history }: KnownPersonalPayout, moment: number): PersonalPayout | null {
  return history.findLast(({ inForceFrom }) => Date.parse(inForceFrom) <= moment)?.payout ?? null;
}

/** The older first, as in the array of a document that carries them. */
const byAge = (one: KnownPersonalPayout, other: KnownPersonalPayout) => (one.order < other.order ? -1 : 1);

function compile(payout: PersonalPayout, eventType: string, document: Terms): PersonalRule {
  const event = document.events.find(({ type }) => type === eventType);
  if (event === undefined) throw new Error("a personal payout was asked for an event type that the terms lack");
  return personalRule(payout, event, document);
}

/** The value under a key, made and kept when there is none. */
function fetch<K extends object | string, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
}
