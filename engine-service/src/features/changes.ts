import { randomUUID } from "node:crypto";
import type { HistoryEntry } from "@firstmatch/shared-types";
import type { Logger } from "pino";
import { type Collection, type Stored, StoreUnavailable } from "../storage/collection.ts";
import { storable } from "../storage/language.ts";
import type { Clock } from "./clock.ts";
import type { Doer } from "./doer.ts";
import type { HistoryStore, StoredEntry } from "./history/history-store.ts";
import { bsonSize, sizeInSlices } from "./stored-size.ts";

/** Goes with every write, so that other processes find what changed without reading everything again. */
export interface Changed {
  changedAt: string;
  /** The process that wrote it, and knows it already. */
  changedBy: string;
  /** What the write did. It is copied to the history at once, or, after a crash, before the next write and at the next start. */
  change?: StoredEntry;
}

/** What a write does, in the words of the history. */
export interface Deed
  extends Doer,
    Pick<HistoryEntry, "thing" | "program" | "partners" | "sentence" | "before" | "after"> {}

/** Bytes of a line's before, and of its after. They stand in the changed document too, which has room for that much more. */
const SIDE_AT_MOST = 200_000;

/** Stamps the writes of this process, records what they did, and asks for those of others. */
export class Changes {
  /** Every collection whose documents carry their last change. */
  readonly recorded: Collection<Stored & Changed>[] = [];
  private readonly now: Clock;
  private readonly history: HistoryStore;
  private readonly log: Logger;
  private name = randomUUID();
  /** Under which every write there is was made here and its end is known. */
  private readonly onlyName: string | undefined;
  private written = 0;
  /** Changes of this process between their first write and their copy. */
  private readonly underway = new Set<string>();

  /** @param exclusive whether no other process can write to the same store */
  constructor(now: Clock, history: HistoryStore, log: Logger, exclusive = false) {
    this.now = now;
    this.onlyName = exclusive ? this.name : undefined;
    this.history = history;
    this.log = log;
  }

  /** Declares a collection whose writes are recorded; it has an index on changedAt. */
  recordIn<T extends Stored & Changed>(documents: Collection<T>): Collection<T> {
    this.recorded.push(documents as unknown as Collection<Stored & Changed>);
    return documents;
  }

  /**
   * A write together with what it did: one document, one step. It counts as done with that step; the copy to the
   * history can wait, for it is made before anything goes over the document again.
   *
   * @param previous the document that the write goes over; null for a new one
   * @param store answers null when the document was no longer as it was, above all without `previous`'s change
   */
  async record<T extends Changed>(
    deed: Deed,
    previous: Changed | null,
    store: (changed: Required<Changed>) => Promise<T | null>,
  ): Promise<T | null> {
    if (previous?.change !== undefined && !this.hasCopied(previous.change._id))
      await this.history.keepMissing([previous.change]);
    // As it is stored: the document and the history hold it together.
    const change = storable(this.entryOf(deed));
    this.underway.add(change._id);
    try {
      const stored = await this.write((changed) => store({ ...changed, change }));
      if (stored !== null) await this.copy(change);
      return stored;
    } finally {
      this.underway.delete(change._id);
    }
  }

  /** A write that nobody needs to be told of. */
  async write<T>(store: (changed: Changed) => Promise<T>): Promise<T> {
    try {
      return await store({ changedAt: this.now().toISOString(), changedBy: this.name });
    } catch (error) {
      // It may have been stored all the same. Under a new name, this process finds it like a write of others.
      if (error instanceof StoreUnavailable) this.name = randomUUID();
      throw error;
    }
  }

  /** Whether there may be writes that are not known here. */
  get mayHaveMissed(): boolean {
    return this.name !== this.onlyName;
  }

  byOthersSince = (since: string) => ({ changedAt: { $gte: since }, changedBy: { $ne: this.name } });

  /** Without asking: what this process wrote under its present name is copied as soon as it is no longer under way. */
  private hasCopied = (id: string): boolean => id.endsWith(this.name) && !this.underway.has(id);

  private async copy(change: StoredEntry): Promise<void> {
    try {
      await this.history.keep(change);
    } catch (error) {
      // The change itself is stored, line and all. Under a new name, this process no longer takes it for copied.
      this.name = randomUUID();
      this.log.warn({ err: error, change: change._id }, "a change is not in the history yet; it will be mended");
    }
  }

  /** The line of a deed, made but not stored. */
  entryOf({ by, bulkEdit, thing, program, partners, sentence, before, after }: Deed): StoredEntry {
    const at = this.now().toISOString();
    return {
      // Sorts as time does, and in one process as its writes do.
      _id: `${at} ${String(this.written++).padStart(8, "0")} ${this.name}`,
      ...{ at, by: { id: by.id, name: by.name }, thing, program, partners, bulkEdit: bulkEdit ?? null },
      ...{ sentence, before: fitting(before), after: fitting(after) },
    };
  }
}

/** What a version or an export shows anyway need not be in the history whole. */
const fitting = (side: unknown): unknown => ofSize(side, bsonSize(side));

/** The same of a side that may be very long, for whoever makes its deed. */
export const fittingInSlices = async (side: unknown): Promise<unknown> => ofSize(side, await sizeInSlices(side));

const ofSize = (side: unknown, bytes: number): unknown => (bytes > SIDE_AT_MOST ? { tooLong: bytes } : side);
