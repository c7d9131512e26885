import type { Logger } from "pino";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { RecordedClick } from "../evaluate/recorded.ts";
import { LateWrites } from "../late-writes.ts";

/** `_id` is the click id. A click is never changed. */
export interface StoredClick extends Stored, RecordedClick {
  link: string | null;
  /** Of what was sent to POST /clicks, to tell a repetition from another click; null where a link was followed. */
  fingerprint: string | null;
}

export type ClickStore = ReturnType<typeof clickStore>;

export function clickStore(storage: Storage, log: Logger) {
  const clicks = storage.collection<StoredClick>("clicks", [{ fields: ["program", "partner"] }]);

  /** False where the id is taken. */
  async function insert(click: StoredClick): Promise<boolean> {
    try {
      await clicks.insertOne(click);
      return true;
    } catch (error) {
      if (error instanceof DuplicateKey) return false;
      throw error;
    }
  }

  const late = new LateWrites<StoredClick>("click", insert, log);
  return {
    documents: clicks,
    late,
    insert,
    /** Also one that is still on its way into the store. */
    find: async (id: string): Promise<StoredClick | null> => late.get(id) ?? clicks.findOne({ _id: id }),
  };
}
