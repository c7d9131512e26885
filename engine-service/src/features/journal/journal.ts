import type { Logger } from "pino";
import {
  type Collection,
  type IndexSpec,
  type Storage,
  type Stored,
  StoreUnavailable,
} from "../../storage/collection.ts";
import { attempt, type Head, type Outcome, ProgramJournal, type Sources, type Task } from "./program-journal.ts";
import type { Journaled, Shelf } from "./working-set.ts";

const LOOK_EVERY_MS = 5_000;

/**
 * Makes several documents change as one, in a store that changes one document in one step. Everything that recording
 * touches (conversions, ledger, caps, customers, tallies) is written by batches, one after the other, for each program.
 * A batch is decided from what the batches before left, then stored whole in the program's head, guarded by the count of
 * batches: with that one write it has happened. Only then it is carried out, and it is, before the next one is decided,
 * by whichever process comes first. Its writes are whole documents that bear the batch's number, so carrying it out
 * twice, or late, changes nothing.
 *
 * Tasks that arrive while a batch is under way make up the next one.
 */
export class Journal {
  private readonly sources: Sources;
  private readonly programs = new Map<string, ProgramJournal>();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(storage: Storage, log: Logger) {
    this.sources = { storage, log, heads: storage.collection<Head>("journals"), shelves: new Map() };
  }

  /** Declares a collection that only the journal writes. */
  shelf<T extends Journaled>(name: string, indexes: readonly IndexSpec[] = []): Shelf<T> {
    return this.shelfIn(name, this.sources.storage.collection<T>(name, indexes));
  }

  /** Lets the journal write into a collection that others write too; nobody else touches its documents. */
  shelfIn<T extends Journaled>(name: string, documents: Collection<T>): Shelf<T> {
    const shelf = { name, documents };
    this.sources.shelves.set(name, shelf as unknown as Shelf<Journaled>);
    return shelf;
  }

  /** Resolves when what the task put is stored, with what it answered; where it throws, nothing is. */
  enter<R>(program: string, task: Task<R>): Promise<R> {
    return this.of(program).enter(task);
  }

  /** Runs tasks one after the other as `enter` would, and stores nothing. */
  async rehearse<R>(
    program: string,
    tasks: AsyncIterable<Task<R>> | Iterable<Task<R>>,
    tell: (outcome: Outcome<R>) => void,
  ): Promise<void> {
    const set = await this.of(program).present();
    for await (const task of tasks) {
      await set.load(task.wants ?? []);
      const outcome = await attempt(task, set);
      set.keep();
      tell(outcome);
    }
  }

  /** Carries out what a crash, here or of another process, left undone; resolves after the first look. */
  async start(): Promise<void> {
    await this.look();
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.start(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** Resolves when no batch is under way here any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.idle();
  }

  private async look(): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      const { log } = this.sources;
      if (error instanceof StoreUnavailable) log.debug({ why: error.message }, "the journal waits for the store");
      else log.error({ err: error }, "a batch of the journal cannot be carried out");
    }
  }

  /** One look at all programs. */
  async catchUp(): Promise<void> {
    const unfinished = await this.sources.heads.find<Stored>({ batch: { $ne: "" } }, { projection: { _id: 1 } });
    for (const { _id } of unfinished) {
      const program = this.of(_id);
      if (!program.isWorking) await program.present();
    }
  }

  /** Resolves when no batch is under way here. */
  async idle(): Promise<void> {
    await Promise.all([...this.programs.values()].map((program) => program.idle()));
  }

  private of(program: string): ProgramJournal {
    const known = this.programs.get(program) ?? new ProgramJournal(program, this.sources);
    this.programs.set(program, known);
    return known;
  }
}
