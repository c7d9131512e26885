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
  return {
    has: async (id: string) => (await entries.findOne({ _id: id })) !== null,

    /** Once; an entry that is there already stays. */
    async keep(entry: StoredEntry): Promise<void> {
      try {
        await entries.insertOne(entry);
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
    },
  };
}
