import { REFUSED_POSTBACKS_KEPT, type RefusedPostback } from "@firstmatch/shared-types";
import type { Logger } from "pino";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import { LateWrites } from "../late-writes.ts";

/** `_id` is made of what came, so that the same again is the same. */
export interface StoredRefusal extends Stored, Omit<RefusedPostback, "id"> {
  /** What the list is sorted by: the moment, then the id. */
  place: string;
}

export type RefusedStore = ReturnType<typeof refusedStore>;

/** Only the newest are kept, however many come. */
export function refusedStore(storage: Storage, log: Logger) {
  const documents = storage.collection<StoredRefusal>("refused-postbacks", [
    { fields: ["program", "place"] },
    { fields: ["place"] },
  ]);
  let trimming: Promise<void> | undefined;
  let grown = false;

  /** May run again where the answer was lost: the same in the same millisecond is the same. */
  async function write({ _id, firstAt, times: _, ...newest }: StoredRefusal): Promise<void> {
    const update = { $set: newest, $setOnInsert: { firstAt }, $inc: { times: 1 } };
    try {
      await documents.findOneAndUpdate({ _id, at: { $ne: newest.at } }, update, { upsert: true });
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
    grown = true;
    trimming ??= trimGrown();
    await trimming;
  }

  /** One at a time, so that none is taken for the oldest twice; and again for what came meanwhile. */
  async function trimGrown(): Promise<void> {
    try {
      while (grown) {
        grown = false;
        await trim();
      }
    } finally {
      trimming = undefined;
    }
  }

  async function trim(): Promise<void> {
    const over = (await documents.countDocuments({})) - REFUSED_POSTBACKS_KEPT;
    if (over <= 0) return;
    const oldest = await documents.find<Stored>({}, { sort: { place: 1 }, limit: over, projection: { place: 1 } });
    for (const { _id } of oldest) await documents.deleteOne({ _id });
  }

  return {
    documents,
    late: new LateWrites<StoredRefusal>("refused postback", write, log),
    /** The newest first. @param program null: of those that name no known one */
    list: (program: string | null, { limit, cursor }: PageRequest) =>
      documents.find(
        { program, ...(cursor !== undefined && { place: { $lt: cursor } }) },
        { sort: { place: -1 }, limit: limit + 1 },
      ),
  };
}
