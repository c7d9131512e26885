import { randomUUID } from "node:crypto";
import type { HistoryEntry } from "@firstmatch/shared-types";
import { StoreUnavailable } from "../storage/collection.ts";
import type { Clock } from "./clock.ts";
import type { HistoryStore, StoredEntry } from "./history/history-store.ts";

/** Goes with every write, so that other processes find what changed without reading everything again. */
export interface Changed {
  changedAt: string;
  /** The process that wrote it, and knows it already. */
  changedBy: string;
  /** What the write did. It is copied to the history at once, or, after a crash, before the next write and at the next start. */
  change?: StoredEntry;
}

/** What a write does, in the words of the history. */
export interface Deed extends Pick<HistoryEntry, "thing" | "program" | "partners" | "sentence" | "before" | "after"> {
  by: HistoryEntry["by"];
  bulkEdit?: string;
}

/** Stamps the writes of this process, and asks for those of others. */
export class Changes {
  private readonly now: Clock;
  private readonly history: HistoryStore;
  private name = randomUUID();
  private written = 0;

  constructor(now: Clock, history: HistoryStore) {
    this.now = now;
    this.history = history;
  }

  /**
   * A write together with what it did: one document, one step.
   *
   * @param previous the document that the write goes over; null for a new one
   * @param store answers null when the document was no longer as it was
   */
  async record<T extends Changed>(
    { by, bulkEdit, ...deed }: Deed,
    previous: Changed | null,
    store: (changed: Required<Changed>) => Promise<T | null>,
  ): Promise<T | null> {
    // The write would go over the only copy of an entry that a crash kept from the history.
    if (previous?.change !== undefined && !(await this.history.has(previous.change._id)))
      await this.history.keep(previous.change);
    const at = this.now().toISOString();
    const change: StoredEntry = {
      _id: `${at} ${String(this.written++).padStart(8, "0")} ${this.name}`,
      at,
      by: { id: by.id, name: by.name },
      bulkEdit: bulkEdit ?? null,
      ...deed,
    };
    const stored = await this.write((changed) => store({ ...changed, change }));
    if (stored !== null) await this.history.keep(change);
    return stored;
  }

  async write<T>(store: (changed: Changed) => Promise<T>): Promise<T> {
    try {
      return await store({ changedAt: this.now().toISOString(), changedBy: this.name });
    } catch (error) {
      // It may have been stored all the same. Under a new name, this process finds it like a write of others.
      if (error instanceof StoreUnavailable) this.name = randomUUID();
      throw error;
    }
  }

  byOthersSince = (since: string) => ({ changedAt: { $gte: since }, changedBy: { $ne: this.name } });
}
