import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import {
  type Collection,
  DuplicateKey,
  type Storage,
  type Stored,
  StoreUnavailable,
} from "../../storage/collection.ts";
import { type Journaled, type Shelf, type Want, WorkingSet, type Write } from "./working-set.ts";

/** One document a program: its last batch, whole. */
export interface Head extends Stored {
  /** Counts the batches. */
  seq: number;
  /** The last batch whose writes are known to be in their collections. */
  applied: number;
  /** Its writes, as JSON: nobody looks into them, and one text is copied faster than hundreds of documents. */
  batch: string;
}

/** A piece of work that reads and writes a program's journaled documents as if it were alone. */
export interface Task<R> {
  /** Read ahead for all tasks of a batch at once; what is missing here is read when it is asked for. */
  wants?: readonly Want[];
  /** May run again where another process was faster, so it changes nothing but the set. */
  run(set: WorkingSet): Promise<R>;
}

export type Outcome<R> = { ok: true; result: R } | { ok: false; error: unknown };

export interface Sources {
  storage: Storage;
  heads: Collection<Head>;
  shelves: Map<string, Shelf<Journaled>>;
  log: Logger;
}

interface Waiting {
  task: Task<unknown>;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

export const TASKS_PER_BATCH = 100;

/** Characters that a batch comes to, as JSON, unless one task alone comes to more; MongoDB keeps 16 MB in one document. */
const SIZE_PER_BATCH = 4_000_000;

/** How long another process gets to apply its own batch before it is done here. */
const APPLIED_WITHIN_MS = 250;

/** Documents kept from batch to batch; behind that they are read again. */
const KNOWN_AT_MOST = 2_000;

/** The batches of one program, one after the other. */
export class ProgramJournal {
  private readonly program: string;
  private readonly storage: Storage;
  private readonly heads: Collection<Head>;
  private readonly shelves: ReadonlyMap<string, Shelf<Journaled>>;
  private readonly log: Logger;
  private waiting: Waiting[] = [];
  private working: Promise<void> | undefined;
  /** The count of batches that `known` belongs to; undefined: has to be read. */
  private seq: number | undefined;
  private known = new Map<string, Map<string, Journaled | null>>();

  constructor(program: string, { storage, heads, shelves, log }: Sources) {
    this.program = program;
    this.storage = storage;
    this.heads = heads;
    this.shelves = shelves;
    this.log = log;
  }

  enter<R>(task: Task<R>): Promise<R> {
    const done = new Promise<R>((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
    });
    this.working ??= this.work();
    return done;
  }

  async idle(): Promise<void> {
    await this.working;
  }

  get isWorking(): boolean {
    return this.working !== undefined;
  }

  /** A set over what the last batch left, whoever made it. */
  async present(): Promise<WorkingSet> {
    const head = await this.heads.findOne({ _id: this.program });
    if (head !== null) await this.carriedOut(head);
    return new WorkingSet();
  }

  private async work(): Promise<void> {
    // Those who come in the same turn of the event loop go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const some = this.waiting.splice(0, TASKS_PER_BATCH);
      try {
        await this.batch(some);
      } catch (error) {
        // Whether it was stored is not known; the head tells.
        this.forget();
        for (const { reject } of some) reject(error);
      }
    }
    // In the same step as the last look, or who comes in between would wait for nobody.
    this.working = undefined;
  }

  /** @param some loses those that did not go into the batch any more; they wait for the next one */
  private async batch(some: Waiting[]): Promise<void> {
    for (let tries = 0; ; tries++) {
      const seq = this.seq ?? (await this.readHead());
      const set = new WorkingSet(this.known);
      await set.load(some.flatMap(({ task }) => task.wants ?? []));
      const outcomes = await this.outcomes(some, set);
      const batch = set.writes().map(({ into, document }) => ({ into, document: { ...document, seq: seq + 1 } }));
      if (!(batch.length > 0 ? await this.store(seq, batch) : await this.isLast(seq))) {
        this.forget();
        await delay(Math.random() * Math.min(50, 2 ** tries));
        continue;
      }
      if (batch.length > 0) {
        this.seq = seq + 1;
        await this.carryOut(batch);
        this.markApplied(seq + 1);
        if (sizeOf(this.known) > KNOWN_AT_MOST) this.known = new Map();
      }
      some.forEach(({ resolve, reject }, at) => {
        const outcome = outcomes[at] as Outcome<unknown>;
        if (outcome.ok) resolve(outcome.result as never);
        else reject(outcome.error);
      });
      return;
    }
  }

  private async outcomes(some: Waiting[], set: WorkingSet): Promise<Outcome<unknown>[]> {
    const outcomes: Outcome<unknown>[] = [];
    let size = 0;
    for (const [at, { task }] of some.entries()) {
      const outcome = await attempt(task, set);
      size += set.size;
      if (at > 0 && size > SIZE_PER_BATCH) {
        set.drop();
        this.waiting.unshift(...some.splice(at));
        break;
      }
      set.keep();
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /** With this write the batch has happened; false where another process's came first. */
  private async store(seq: number, batch: Write[]): Promise<boolean> {
    const next = { seq: seq + 1, applied: seq, batch: JSON.stringify(batch) };
    if (seq > 0) return (await this.heads.findOneAndUpdate({ _id: this.program, seq }, { $set: next })) !== null;
    try {
      await this.heads.insertOne({ _id: this.program, ...next });
      return true;
    } catch (error) {
      if (error instanceof DuplicateKey) return false;
      throw error;
    }
  }

  /** What puts nothing is not guarded by a write, and must not answer from what another process has changed since. */
  private async isLast(seq: number): Promise<boolean> {
    if (this.storage.exclusive) return true;
    const [head] = await this.heads.find<Pick<Head, "_id" | "seq">>({ _id: this.program }, { projection: { seq: 1 } });
    return (head?.seq ?? 0) === seq;
  }

  private async readHead(): Promise<number> {
    this.forget();
    const head = await this.heads.findOne({ _id: this.program });
    if (head !== null) await this.carriedOut(head);
    this.seq = head?.seq ?? 0;
    return this.seq;
  }

  /** Waits for whoever stored the batch, a little; then carries it out here. */
  private async carriedOut({ seq, applied, batch }: Head): Promise<void> {
    if (applied === seq) return;
    const until = performance.now() + (this.storage.exclusive ? 0 : APPLIED_WITHIN_MS);
    while (performance.now() < until) {
      await delay(10);
      const [now] = await this.heads.find<Pick<Head, "_id" | "seq" | "applied">>(
        { _id: this.program },
        { projection: { seq: 1, applied: 1 } },
      );
      // A later batch is only stored when this one was carried out.
      if (now !== undefined && (now.seq > seq || now.applied === seq)) return;
    }
    await this.carryOut(JSON.parse(batch));
    this.markApplied(seq);
  }

  private async carryOut(batch: readonly Write[]): Promise<void> {
    const documents = new Map<string, Journaled[]>();
    for (const { into, document } of batch) {
      const some = documents.get(into);
      if (some === undefined) documents.set(into, [document]);
      else some.push(document);
    }
    await Promise.all(
      [...documents].map(([into, some]) => {
        const shelf = this.shelves.get(into);
        if (shelf === undefined)
          throw new Error(`the journal of ${this.program} writes into ${into}, which is unknown`);
        return shelf.documents.putNewer(some, "seq");
      }),
    );
  }

  /** Spares others the look; nobody has to wait for it, or know that it failed. */
  private markApplied(seq: number): void {
    this.heads.findOneAndUpdate({ _id: this.program, seq }, { $set: { applied: seq, batch: "" } }).catch((error) => {
      if (error instanceof StoreUnavailable) this.log.debug({ why: error.message }, "a batch is not marked as applied");
      else this.log.error({ err: error }, "a batch cannot be marked as applied");
    });
  }

  private forget(): void {
    this.seq = undefined;
    this.known = new Map();
  }
}

/** What a task answers or throws; what it put is in the set, to be kept or dropped. */
export async function attempt<R>(task: Task<R>, set: WorkingSet): Promise<Outcome<R>> {
  try {
    return { ok: true, result: await task.run(set) };
  } catch (error) {
    set.drop();
    if (error instanceof StoreUnavailable) throw error;
    return { ok: false, error };
  }
}

function sizeOf(known: Map<string, Map<string, unknown>>): number {
  let size = 0;
  for (const documents of known.values()) size += documents.size;
  return size;
}
