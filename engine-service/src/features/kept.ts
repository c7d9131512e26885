import { type Collection, DuplicateKey, type IndexSpec, type Storage, type Stored } from "../storage/collection.ts";
import type { Changed, Changes, Deed } from "./changes.ts";

/** A document that is changed as a whole, from revision to revision. */
export interface Revised extends Stored, Changed {
  revision: number;
}

export interface Kept<T extends Revised> {
  find(id: string): Promise<T | null>;
  all(): Promise<T[]>;
  changedSince(since: string): Promise<T[]>;
  /** Null when the id is taken. */
  insert(document: Omit<T, keyof Changed | "revision">, deed: Deed): Promise<T | null>;
  /** Sets these fields; null when the document is no longer at that revision. */
  change(previous: T, set: Partial<Omit<T, keyof Revised>>, deed: Deed): Promise<T | null>;
  documents: Collection<T>;
}

/** A collection whose every write has its revision and its line in the history. */
export function kept<T extends Revised>(
  storage: Storage,
  changes: Changes,
  name: string,
  indexes: readonly IndexSpec[] = [],
): Kept<T> {
  const documents = changes.recordIn(storage.collection<T>(name, [...indexes, { fields: ["changedAt"] }]));
  return {
    documents,
    find: (id) => documents.findOne({ _id: id }),
    all: () => documents.find({}),
    changedSince: (since) => documents.find(changes.byOthersSince(since)),
    async insert(document, deed) {
      try {
        return await changes.record<T>(deed, null, async (changed) => {
          const stored = { ...document, revision: 1, ...changed } as unknown as T;
          await documents.insertOne(stored);
          return stored;
        });
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },
    change: (previous, set, deed) =>
      changes.record<T>(deed, previous, (changed) =>
        documents.findOneAndUpdate(
          { _id: previous._id, revision: previous.revision },
          { $set: { ...set, ...changed }, $inc: { revision: 1 } },
        ),
      ),
  };
}
