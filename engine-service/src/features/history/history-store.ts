import type { HistoryEntry } from "@firstmatch/shared-types";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";

/** An entry as it is stored; its id begins with its time, so ids sort as time does. */
export type StoredEntry = Omit<HistoryEntry, "id"> & Stored;

export type HistoryStore = ReturnType<typeof historyStore>;

export function historyStore(storage: Storage) {
  const entries = storage.collection<StoredEntry>("history", [
    { fields: ["program"] },
    { fields: ["partners"] },
    { fields: ["by.id"] },
  ]);

  /** Once; an entry that is there already stays. */
  async function keep(entry: StoredEntry): Promise<void> {
    try {
      await entries.insertOne(entry);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }

  return {
    keep,

    /** What a bulk edit changed of a partner's. */
    ofBulkEdit: (bulkEdit: string, partner: string) => entries.find({ partners: partner, bulkEdit }),

    /** Those that are not there yet; answers how many that were. */
    async keepMissing(some: readonly StoredEntry[]): Promise<number> {
      const ids = some.map(({ _id }) => _id);
      const found = await entries.find<Stored>({ _id: { $in: ids } }, { projection: { _id: 1 } });
      const there = new Set(found.map(({ _id }) => _id));
      const missing = some.filter(({ _id }) => !there.has(_id));
      await Promise.all(missing.map(keep));
      return missing.length;
    },
  };
}
