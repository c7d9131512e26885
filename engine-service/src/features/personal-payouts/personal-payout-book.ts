import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import { compilePersonal, type PersonalPayouts, type PersonalRule } from "../../domain/compile-terms.ts";
import { couponOf, type PersonalPayoutRecord, placeKey } from "./personal-payout-store.ts";

interface Entry {
  record: PersonalPayoutRecord;
  /** Made when first asked for, for each version of the terms that asked. */
  compiled: WeakMap<Terms, Map<PersonalPayout, PersonalRule>>;
}

interface Shelf {
  byPartner: Map<string, Set<Entry>>;
  byCode: Map<string, Set<Entry>>;
}

/** All personal payouts in memory, found by partner and by code, so that tens of thousands cost a decision nothing. */
export class PersonalPayoutBook {
  private readonly entries = new Map<string, Entry>();
  private readonly shelves = new Map<string, Shelf>();

  /** Adds a payout or its newer state; an older one than known is passed over. */
  put(record: PersonalPayoutRecord): void {
    const known = this.entries.get(record._id);
    if (known !== undefined && known.record.revision >= record.revision) return;
    const entry = known ?? { record, compiled: new WeakMap() };
    Object.assign(entry, { record, compiled: new WeakMap() });
    this.entries.set(record._id, entry);
    const shelf = fetch(this.shelves, placeKey(record), (): Shelf => ({ byPartner: new Map(), byCode: new Map() }));
    for (const { payout } of record.history) {
      for (const partner of payout?.partners ?? []) fetch(shelf.byPartner, partner, () => new Set()).add(entry);
      const code = couponOf(payout);
      if (code !== null) fetch(shelf.byCode, code, () => new Set()).add(entry);
    }
  }

  /** The payouts as they were in force at a moment, beside one version of the terms. */
  at(program: string, terms: string, moment: number, document: Terms): PersonalPayouts {
    const shelfOf = (eventType: string) => this.shelves.get(placeKey({ program, terms, eventType }));
    const inForce = (entries: Iterable<Entry> | undefined) =>
      [...(entries ?? [])].flatMap((entry) => {
        const payout = payoutAt(entry.record, moment);
        return payout === null ? [] : [{ entry, payout }];
      });
    const compiled = ({ entry, payout }: { entry: Entry; payout: PersonalPayout }) => compile(entry, payout, document);
    return {
      ofPartner: (eventType, partnerId) =>
        inForce(shelfOf(eventType)?.byPartner.get(partnerId))
          .filter(({ payout }) => payout.partners.includes(partnerId))
          .sort(byAge)
          .map(compiled),
      byCoupon: (eventType, code) =>
        inForce(shelfOf(eventType)?.byCode.get(code))
          .filter(({ payout }) => payout.enabled !== false && couponOf(payout) === code)
          .map(compiled)[0],
    };
  }
}

/** What the payout was at a moment; null when it was not there, or not yet. */
function payoutAt({ history }: PersonalPayoutRecord, moment: number): PersonalPayout | null {
  return history.findLast(({ inForceFrom }) => Date.parse(inForceFrom) <= moment)?.payout ?? null;
}

/** The older first, as in the array of a document that carries them. */
export const byAge = (
  one: { entry: { record: { order: string } } },
  other: { entry: { record: { order: string } } },
) => (one.entry.record.order < other.entry.record.order ? -1 : 1);

function compile(entry: Entry, payout: PersonalPayout, document: Terms): PersonalRule {
  const made = fetch(entry.compiled, document, () => new Map<PersonalPayout, PersonalRule>());
  return fetch(made, payout, () => {
    const event = document.events.find(({ type }) => type === entry.record.eventType);
    if (event === undefined) throw new Error("a personal payout was asked for an event type that the terms lack");
    return compilePersonal(payout, event, document);
  });
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
