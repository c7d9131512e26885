import type { HistoryEntry, HistoryFilter } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import { type Condition, DuplicateKey, type Filter, type Storage, type Stored } from "../../storage/collection.ts";

/** An entry as it is stored; its id begins with its time, so ids sort as time does. */
export interface StoredEntry extends Omit<HistoryEntry, "id">, Stored {
  /** The batch that wrote it; none where no journal did. */
  seq?: number;
}

export type HistoryStore = ReturnType<typeof historyStore>;

export function historyStore(storage: Storage) {
  const entries = storage.collection<StoredEntry>(
    "history",
    ["program", "partners", "thing.kind", "thing.id", "by.id", "bulkEdit"].map((field) => ({ fields: [field, "_id"] })),
  );

  /** Once; an entry that is there already stays. */
  async function keep(entry: StoredEntry): Promise<void> {
    try {
      await entries.insertOne(entry);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }

  return {
    entries,
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

    /** The newest first. */
    list: (filter: HistoryFilter, { limit, cursor }: PageRequest) =>
      entries.find(conditions(filter, cursor), { sort: { _id: -1 }, limit: limit + 1 }),
  };
}

function conditions(
  { program, partner, thing, id, by, bulkEdit, folded, from, until }: HistoryFilter,
  cursor?: string,
): Filter {
  const bounds = [
    ...(until === undefined ? [] : [new Date(until).toISOString()]),
    ...(cursor === undefined ? [] : [cursor]),
  ];
  const when: Condition = {
    ...(from !== undefined && { $gte: new Date(from).toISOString() }),
    ...(bounds.length > 0 && { $lt: bounds.sort()[0] as string }),
  };
  return {
    ...(program !== undefined && { program }),
    ...(partner !== undefined && { partners: partner }),
    ...(thing !== undefined && { "thing.kind": thing }),
    ...(id !== undefined && { "thing.id": id }),
    ...(by !== undefined && { "by.id": by }),
    ...(bulkEdit !== undefined && { bulkEdit }),
    ...(folded !== undefined && { $or: [{ bulkEdit: null }, { "thing.kind": "bulk-edit" }] }),
    ...(Object.keys(when).length > 0 && { _id: when }),
  };
}

export const printEntry = ({ _id, seq: _, ...entry }: StoredEntry): HistoryEntry => ({ id: _id, ...entry });
