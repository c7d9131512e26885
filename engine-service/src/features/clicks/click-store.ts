import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { RecordedClick } from "../evaluate/recorded.ts";

/** `_id` is the click id. A click is never changed. */
export interface StoredClick extends Stored, RecordedClick {
  link: string | null;
}

export type ClickStore = ReturnType<typeof clickStore>;

export function clickStore(storage: Storage) {
  const clicks = storage.collection<StoredClick>("clicks", [{ fields: ["program", "partner"] }]);
  return {
    find: (id: string) => clicks.findOne({ _id: id }),

    /** False where the id is taken. */
    async insert(click: StoredClick): Promise<boolean> {
      try {
        await clicks.insertOne(click);
        return true;
      } catch (error) {
        if (error instanceof DuplicateKey) return false;
        throw error;
      }
    },
  };
}
