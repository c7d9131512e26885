import { setImmediate } from "node:timers/promises";
import type { Logger } from "pino";
import { type Collection, type Storage, type Stored, StoreUnavailable } from "../../storage/collection.ts";
import type { Changed, Changes } from "../changes.ts";
import type { Clock } from "../clock.ts";
import type { HistoryStore } from "./history-store.ts";

/** How often is looked for changes that a crash or an outage, of any process, kept from the history. */
const LOOK_EVERY_MS = 60_000;

/** What clocks of several processes may differ by, plus the time that a write takes from its stamp to the store. */
const LOOK_BACK_MS = 30_000;

/** Looking for so many ids takes the embedded engine a millisecond; decisions come in between. */
const AT_ONCE = 100;

/** Every change until this moment is in the history, or was copied there before its document changed again. */
interface Mark extends Stored {
  upTo: string;
}

interface Sources {
  storage: Storage;
  changes: Changes;
  history: HistoryStore;
  now: Clock;
  log: Logger;
}

/** Copies to the history the changes that their documents carry and the history lacks; at the start, and then ever again. */
export class CatchUp {
  private readonly from: Sources;
  private readonly marks: Collection<Mark>;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(from: Sources) {
    this.from = from;
    this.marks = from.storage.collection<Mark>("history-mark");
  }

  async start(): Promise<void> {
    await this.look();
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One look; an outage leaves the mark where it is, so the next look begins there again. */
  async look(): Promise<void> {
    const { log } = this.from;
    try {
      const mended = await this.mend();
      if (mended > 0) log.warn({ mended }, "changes were missing in the history, and are there now");
    } catch (error) {
      if (error instanceof StoreUnavailable)
        log.warn({ why: error.message }, "the history could not be looked through");
      else log.error({ err: error }, "looking through the history failed");
    }
  }

  private async mend(): Promise<number> {
    const { changes, now } = this.from;
    const upTo = now().toISOString();
    const mark = await this.marks.findOne({ _id: "history" });
    const since = mark === null ? "" : new Date(Date.parse(mark.upTo) - LOOK_BACK_MS).toISOString();
    let mended = 0;
    for (const documents of changes.recorded) mended += await this.mendIn(documents, since);
    await this.marks.findOneAndUpdate({ _id: "history" }, { $set: { upTo } }, { upsert: true });
    return mended;
  }

  /** In pieces, since there may be tens of thousands after a bulk edit. */
  private async mendIn(documents: Collection<Stored & Changed>, since: string): Promise<number> {
    let mended = 0;
    for (let last: string | undefined; ; ) {
      const some = await documents.find<Stored & Pick<Changed, "change">>(
        { ...this.from.changes.byOthersSince(since), ...(last !== undefined && { _id: { $gt: last } }) },
        { sort: { _id: 1 }, limit: AT_ONCE, projection: { change: 1 } },
      );
      mended += await this.from.history.keepMissing(some.flatMap(({ change }) => change ?? []));
      last = some.at(-1)?._id;
      if (some.length < AT_ONCE) return mended;
      await setImmediate();
    }
  }
}
