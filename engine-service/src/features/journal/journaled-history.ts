import type { Collection } from "../../storage/collection.ts";
import type { Changes, Deed } from "../changes.ts";
import type { HistoryStore, StoredEntry } from "../history/history-store.ts";
import type { Journal } from "./journal.ts";
import type { Journaled, WorkingSet } from "./working-set.ts";

type JournaledEntry = StoredEntry & Journaled;

export type JournaledHistory = ReturnType<typeof journaledHistory>;

/**
 * The history's lines about what the journal writes. A line goes along in the batch of its change, so whatever happens
 * after, a change that is stored has its line, once, and one that is not has none.
 */
export function journaledHistory(journal: Journal, { entries }: HistoryStore, changes: Changes) {
  const shelf = journal.shelfIn("history", entries as unknown as Collection<JournaledEntry>);
  return {
    /** The way to record one line that grows with its deed, put anew in every batch of it. */
    growing(): (set: WorkingSet, deed: Deed) => void {
      let first: Pick<StoredEntry, "_id" | "at"> | undefined;
      return (set, deed) => {
        const entry = changes.entryOf(deed);
        first ??= { _id: entry._id, at: entry.at };
        set.put(shelf, { ...entry, ...first });
      };
    },

    /** Puts a new line into the set; inside a task, once for each of its runs. */
    record(set: WorkingSet, deed: Deed): void {
      set.put(shelf, changes.entryOf(deed));
    },
  };
}
