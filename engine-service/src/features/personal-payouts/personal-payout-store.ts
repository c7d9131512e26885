import { foldText, type PersonalPayout, type StoredPersonalPayout } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Filter, type Storage, type Stored } from "../../storage/collection.ts";
import type { Changed, Changes, Deed } from "../changes.ts";
import { termsKey } from "../terms/terms-store.ts";

/** What a personal payout was from a moment on; null: removed. */
export interface HistoryEntry {
  revision: number;
  inForceFrom: string;
  payout: PersonalPayout | null;
}

/** One personal payout, stored by itself with its whole history, so that an old event is decided as it was then. */
export interface PersonalPayoutRecord extends Stored, Changed {
  program: string;
  terms: string;
  eventType: string;
  /** When it was made, then its place among those made at once: older ones are tried first. */
  order: string;
  revision: number;
  /** Appended, never edited. */
  history: HistoryEntry[];
  /** The newest entry's, for lists: partners to find it by, its folded coupon code, and whether it is still there. */
  partners: string[];
  couponCode: string | null;
  removed: boolean;
}

/** The event type of some terms that a personal payout belongs to. */
export interface PersonalPlace {
  program: string;
  terms: string;
  eventType: string;
}

export const placeKey = ({ program, terms, eventType }: PersonalPlace) =>
  `${termsKey(program, terms)}/${encodeURIComponent(eventType)}`;

/** Ids differ only when they differ by more than their case. */
export const personalKey = (place: PersonalPlace, id: string) =>
  `${placeKey(place)}/${encodeURIComponent(foldText(id))}`;

export const newest = ({ history }: Pick<PersonalPayoutRecord, "history">): HistoryEntry =>
  history.at(-1) as HistoryEntry;

export const couponOf = (payout: PersonalPayout | null): string | null =>
  payout?.couponCode === undefined ? null : foldText(payout.couponCode);

export type PersonalPayoutStore = ReturnType<typeof personalPayoutStore>;

export function personalPayoutStore(storage: Storage, changes: Changes) {
  const records = changes.recordIn(
    storage.collection<PersonalPayoutRecord>("personal-payouts", [
      { fields: ["program", "terms", "eventType", "order"] },
      { fields: ["partners"] },
      { fields: ["changedAt"] },
    ]),
  );
  const forLists = (payout: PersonalPayout | null) => ({
    partners: payout?.partners ?? [],
    couponCode: couponOf(payout),
    removed: payout === null,
  });

  return {
    /** Removed ones as well. */
    find: (place: PersonalPlace, id: string) => records.findOne({ _id: personalKey(place, id) }),

    byKey: (key: string) => records.findOne({ _id: key }),

    all: () => records.find({}),

    changedSince: (since: string) => records.find(changes.byOthersSince(since)),

    /** Those that are there now. */
    ofPartner: (program: string, partner: string) => records.find({ partners: partner, program }),

    ofTerms: (program: string, terms: string) => records.find({ program, terms }, { sort: { order: 1 } }),

    /** In the order in which they were made. */
    list: (place: PersonalPlace, { limit, cursor, partner, couponCode }: PageRequest & PersonalFilter) => {
      const filter: Filter = {
        ...{ program: place.program, terms: place.terms, eventType: place.eventType, removed: false },
        ...(cursor !== undefined && { order: { $gt: cursor } }),
        ...(partner !== undefined && { partners: partner }),
        ...(couponCode !== undefined && { couponCode: foldText(couponCode) }),
      };
      return records.find(filter, { sort: { order: 1 }, limit: limit + 1 });
    },

    /** Null when the id is taken. @param nth its place among those made at once */
    async insert(place: PersonalPlace, payout: PersonalPayout, inForceFrom: string, deed: Deed, nth = 0) {
      const record = {
        ...place,
        _id: personalKey(place, payout.id),
        order: `${inForceFrom} ${String(nth).padStart(8, "0")} ${payout.id}`,
        revision: 1,
        history: [{ revision: 1, inForceFrom, payout }],
        ...forLists(payout),
      };
      try {
        return await changes.record<PersonalPayoutRecord>(deed, null, async (changed) => {
          const stored = { ...record, ...changed };
          await records.insertOne(stored);
          return stored;
        });
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },

    /** The next entry of the payout's history; null when it is no longer as it was. */
    append: (previous: PersonalPayoutRecord, payout: PersonalPayout | null, inForceFrom: string, deed: Deed) => {
      const { _id, revision } = previous;
      return changes.record<PersonalPayoutRecord>(deed, previous, (changed) =>
        records.findOneAndUpdate(
          { _id, revision },
          {
            $set: { revision: revision + 1, ...forLists(payout), ...changed },
            $push: { history: { revision: revision + 1, inForceFrom, payout } },
          },
        ),
      );
    },
  };
}

export interface PersonalFilter {
  partner?: string | undefined;
  couponCode?: string | undefined;
}

/** As the API shows it; for payouts that are there. */
export function printPersonal(record: Pick<PersonalPayoutRecord, "eventType" | "history">): StoredPersonalPayout {
  const { revision, inForceFrom, payout } = newest(record);
  return { eventType: record.eventType, revision, inForceFrom, payout: payout as PersonalPayout };
}
