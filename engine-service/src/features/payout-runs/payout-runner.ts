import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import { workPayoutRun } from "./work-payout-run.ts";

const LOOK_EVERY_MS = 5_000;

/** A run that takes so long may have lost its process; should it live, the two do the same, once. */
const LEFT_AFTER_MS = 30_000;

/** Carries out payout runs in the background, also those that a crash or an outage left. */
export class PayoutRunner {
  private readonly working = new Set<string>();
  /** Looks and works that are under way. */
  private readonly busy = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  /** At the start of a process whatever is running is taken up at once. */
  async start(rooms: Rooms): Promise<void> {
    await this.look(rooms);
    const again = () => {
      if (this.stopped) return;
      this.timer = setTimeout(() => void this.look(rooms, LEFT_AFTER_MS).then(again), LOOK_EVERY_MS);
      this.timer.unref();
    };
    again();
  }

  /** Resolves when what is under way is stored. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.idle();
  }

  /** Resolves when this process works on nothing. */
  async idle(): Promise<void> {
    while (this.busy.size > 0) await Promise.all(this.busy);
  }

  /** Takes up every run that was started so long ago, unless it is under way here; an outage leaves it for the next look. */
  look = (rooms: Rooms, olderThan = 0): Promise<void> => this.follow(rooms, this.takeUp(rooms, olderThan));

  private async takeUp(rooms: Rooms, olderThan: number): Promise<void> {
    for (const run of await rooms.payoutRuns.running()) {
      const age = rooms.now().getTime() - Date.parse(run.startedAt);
      if (this.stopped || this.working.has(run._id) || age < olderThan) continue;
      this.working.add(run._id);
      const work = workPayoutRun(rooms, run, () => !this.stopped).finally(() => this.working.delete(run._id));
      void this.follow(rooms, work);
    }
  }

  private async follow(rooms: Rooms, work: Promise<void>): Promise<void> {
    const followed = work.catch((error) => tell(rooms, error));
    this.busy.add(followed);
    await followed;
    this.busy.delete(followed);
  }
}

function tell({ log }: Rooms, error: unknown): void {
  if (error instanceof StoreUnavailable) log.warn({ why: error.message }, "a payout run waits for the store");
  else log.error({ err: error }, "a payout run cannot go on");
}
