import { foldText, type PersonalPayout, type Terms, usesPast } from "@firstmatch/shared-types";
import type { PersonalPayouts } from "../../domain/compile-terms.ts";
import { type PersonalRule, paysForLife, personalRule } from "../../domain/rule.ts";
import type { Known } from "../book.ts";
import { couponOf, type PersonalPayoutRecord } from "./personal-payout-store.ts";

export type KnownPersonalPayout = Known<PersonalPayoutRecord>;

interface Entry {
  record: KnownPersonalPayout;
  /** What was asked for last; mostly it is asked for again. */
  compiled?: { payout: PersonalPayout; document: Terms; rule: PersonalRule };
}

/** Of one program. */
interface Shelf {
  byPartner: Map<string, Set<Entry>>;
  byCode: Map<string, Set<Entry>>;
  /** Whether any payout was ever such a one. */
  usesPast: boolean;
  paysForLife: boolean;
}

const emptyShelf = (): Shelf => ({ byPartner: new Map(), byCode: new Map(), usesPast: false, paysForLife: false });

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
    delete entry.compiled;
    this.entries.set(record._id, entry);
    const shelf = fetch(this.shelves, record.program, emptyShelf);
    for (const { payout } of record.history) {
      for (const partner of payout?.partners ?? []) fetch(shelf.byPartner, partner, () => new Set()).add(entry);
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
    return [...(this.shelves.get(program)?.byPartner.get(partner) ?? [])]
      .filter(({ record }) => record.partners.includes(partner))
      .map(({ record }) => record)
      .sort(byAge);
  }

  /** The payouts as they were in force at a moment, beside one version of the terms. */
  at(program: string, terms: string, moment: number, document: Terms): PersonalPayouts {
    return {
      ofPartner: (eventType, partner) =>
        [...(this.shelves.get(program)?.byPartner.get(partner) ?? [])]
          .filter(({ record }) => record.terms === terms && record.eventType === eventType)
          .sort((one, other) => byAge(one.record, other.record))
          .flatMap((entry) => {
            const payout = payoutAt(entry.record, moment);
            return payout?.partners.includes(partner) ? [compile(entry, payout, document)] : [];
          }),
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

/** What the payout was at a moment; null when it was not there, or not yet. */
function payoutAt({ history }: KnownPersonalPayout, moment: number): PersonalPayout | null {
  return history.findLast(({ inForceFrom }) => Date.parse(inForceFrom) <= moment)?.payout ?? null;
}

/** The older first, as in the array of a document that carries them. */
const byAge = (one: KnownPersonalPayout, other: KnownPersonalPayout) => (one.order < other.order ? -1 : 1);

function compile(entry: Entry, payout: PersonalPayout, document: Terms): PersonalRule {
  const made = entry.compiled;
  if (made?.payout === payout && made.document === document) return made.rule;
  const event = document.events.find(({ type }) => type === entry.record.eventType);
  if (event === undefined) throw new Error("a personal payout was asked for an event type that the terms lack");
  const rule = personalRule(payout, event, document);
  entry.compiled = { payout, document, rule };
  return rule;
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
