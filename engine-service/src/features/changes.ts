import { randomUUID } from "node:crypto";
import { StoreUnavailable } from "../storage/collection.ts";
import type { Clock } from "./clock.ts";

/** Goes with every write, so that other processes find what changed without reading everything again. */
export interface Changed {
  changedAt: string;
  /** The process that wrote it, and knows it already. */
  changedBy: string;
}

/** Stamps the writes of this process, and asks for those of others. */
export class Changes {
  private readonly now: Clock;
  private name = randomUUID();

  constructor(now: Clock) {
    this.now = now;
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
