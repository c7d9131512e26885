import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { Lease, StoredBulkEdit } from "./bulk-edit-store.ts";
import { type Hold, progressOf, workOff } from "./work-off.ts";

/** How often is looked for jobs that nobody works on. */
const LOOK_EVERY_MS = 1_000;

const BEAT_EVERY_MS = 1_000;

/** A lease that stands still for so long, by the clock of whoever watches, may be taken: longer than any call to the store takes. */
export const LEASE_MS = 5_000;

/**
 * Works off the jobs that nobody else works on, each by itself in the background. A job is one process's at a time, by a
 * lease that beats; a process that comes back from a pause finds its job taken, and what it had under way is done once
 * all the same: see work-line.ts.
 */
export class BulkEditRunner {
  private readonly name = randomUUID();
  private readonly working = new Set<string>();
  /** Looks and works that are under way. */
  private readonly busy = new Set<Promise<void>>();
  /** Others' leases, and since when they stand still. */
  private readonly seen = new Map<string, Lease & { since: number }>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  async start(rooms: Rooms): Promise<void> {
    await this.look(rooms);
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(rooms), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** Resolves when the members under way are done and reported. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.idle();
  }

  /** Resolves when this process works on nothing. */
  async idle(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy);
  }

  /** Takes every job that nobody works on; an outage leaves them for the next look. */
  look = (rooms: Rooms): Promise<void> => this.follow(rooms, this.takeFree(rooms));

  private async takeFree(rooms: Rooms): Promise<void> {
    if (rooms.known.readiness === "starting") return;
    for (const job of await rooms.bulkEdits.running()) {
      if (this.stopped) return;
      if (!this.working.has(job._id) && this.isFree(job, rooms.now().getTime())) await this.take(rooms, job);
    }
  }

  private isFree({ _id, lease }: StoredBulkEdit, now: number): boolean {
    if (lease === null || lease.by === this.name) return true;
    const seen = this.seen.get(_id);
    if (seen?.by === lease.by && seen.beat === lease.beat) return now - seen.since >= LEASE_MS;
    this.seen.set(_id, { ...lease, since: now });
    return false;
  }

  private async take(rooms: Rooms, { _id, lease }: StoredBulkEdit): Promise<void> {
    const job = await rooms.bulkEdits.take(_id, lease, this.name);
    if (job === null || this.working.has(_id)) return;
    this.seen.delete(_id);
    this.working.add(_id);
    void this.follow(
      rooms,
      this.work(rooms, job).finally(() => this.working.delete(_id)),
    );
  }

  private async work(rooms: Rooms, job: StoredBulkEdit): Promise<void> {
    const { bulkEdits, log } = rooms;
    let lost = false;
    const hold: Hold = { worker: this.name, goesOn: () => !this.stopped && !lost };
    const beating = setInterval(() => {
      bulkEdits.beat(job._id, this.name).then(
        (kept) => {
          lost ||= !kept;
        },
        (error) => tell(log, error),
      );
    }, BEAT_EVERY_MS);
    beating.unref();
    try {
      log.info({ bulkEdit: job._id }, "working on a bulk edit");
      if (await workOff(rooms, job, hold)) {
        const counts = await progressOf(rooms, job);
        await bulkEdits.finish(job._id, this.name, counts, rooms.now().toISOString());
        log.info({ bulkEdit: job._id, counts }, "a bulk edit is finished");
      } else await bulkEdits.release(job._id, this.name);
    } finally {
      clearInterval(beating);
    }
  }

  private async follow({ log }: Rooms, work: Promise<void>): Promise<void> {
    const followed = work.catch((error) => tell(log, error));
    this.busy.add(followed);
    await followed;
    this.busy.delete(followed);
  }
}

function tell(log: Logger, error: unknown): void {
  if (error instanceof StoreUnavailable) log.warn({ why: error.message }, "a bulk edit waits for the store");
  else log.error({ err: error }, "a bulk edit cannot go on");
}
