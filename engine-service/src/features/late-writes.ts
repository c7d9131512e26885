import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { type Stored, StoreUnavailable } from "../storage/collection.ts";

/** How long whoever brings a document waits for its writing. */
export const WAITED_FOR_MS = 100;

/** Documents that may wait for the store, in memory; what comes beyond is lost. */
export const WAITING_AT_MOST = 10_000;

const WRITTEN_AT_ONCE = 64;
const AGAIN_AFTER_AT_MOST_MS = 2_000;

/** How long a service that ends goes on trying. */
const ENDING_TAKES_AT_MOST_MS = 3_000;

interface Waiting<T> {
  document: T;
  written: () => void;
}

/**
 * Writes that nobody must be held up by: the first hundred milliseconds are waited for, so that usually it is stored
 * when the answer goes out; then it is written later, also when the store was away. One that cannot be written in the
 * end is logged and counted. Writing twice must do no harm.
 */
export class LateWrites<T extends Stored> {
  /** How many could not be written since the start. */
  lost = 0;
  private readonly what: string;
  private readonly write: (document: T) => Promise<unknown>;
  private readonly log: Logger;
  private readonly unwritten = new Map<string, T>();
  private readonly waiting: Waiting<T>[] = [];
  private under = 0;
  /** Writes that failed in a row, since the store is away. */
  private failed = 0;
  private givenUp = false;

  /** @param what as it stands in a log: "click" */
  constructor(what: string, write: (document: T) => Promise<unknown>, log: Logger) {
    this.what = what;
    this.write = write;
    this.log = log;
  }

  /** One that is not written yet. */
  get(id: string): T | undefined {
    return this.unwritten.get(id);
  }

  get size(): number {
    return this.unwritten.size;
  }

  /** Resolves when it is written, and in a hundred milliseconds at the latest. */
  async put(document: T): Promise<void> {
    // The same document may come again while it waits.
    const waiting = Math.max(this.unwritten.size, this.waiting.length);
    if (this.givenUp || waiting >= WAITING_AT_MOST) {
      this.lose(document, `${waiting} are waiting already`);
      return;
    }
    this.unwritten.set(document._id, document);
    await new Promise<void>((resolve) => {
      // Once it is known that the store is away, waiting gains nothing.
      const late = setTimeout(resolve, this.failed > 0 ? 0 : WAITED_FOR_MS);
      const written = () => {
        clearTimeout(late);
        resolve();
      };
      this.waiting.push({ document, written });
      this.work();
    });
  }

  /** Resolves when all is written, or given up since the service ends. */
  async end(): Promise<void> {
    const until = performance.now() + ENDING_TAKES_AT_MOST_MS;
    while (this.unwritten.size > 0 && performance.now() < until) await delay(20);
    this.givenUp = true;
    for (const document of this.unwritten.values()) this.lose(document, "the service ends");
    this.unwritten.clear();
    this.waiting.length = 0;
  }

  private work(): void {
    // While the store is away one at a time asks whether it is back.
    const atOnce = this.failed > 0 ? 1 : WRITTEN_AT_ONCE;
    while (this.under < atOnce && this.waiting.length > 0) void this.next(this.waiting.shift() as Waiting<T>);
  }

  private async next(one: Waiting<T>): Promise<void> {
    this.under += 1;
    try {
      await this.write(one.document);
      this.failed = 0;
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        if (!this.givenUp) this.waiting.unshift(one);
        this.failed += 1;
        await delay(Math.min(AGAIN_AFTER_AT_MOST_MS, 20 * 2 ** this.failed), undefined, { ref: false });
        return;
      }
      this.lose(one.document, error);
    } finally {
      this.under -= 1;
      this.work();
    }
    if (this.unwritten.get(one.document._id) === one.document) this.unwritten.delete(one.document._id);
    one.written();
  }

  private lose({ _id }: T, why: unknown): void {
    this.lost += 1;
    this.log.error(
      { id: _id, lost: this.lost, ...(why instanceof Error ? { err: why } : { why }) },
      `a ${this.what} is lost: it cannot be written`,
    );
  }
}
