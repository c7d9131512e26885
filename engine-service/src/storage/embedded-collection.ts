import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import nedb from "@seald-io/nedb";
import { Aggregator, Query } from "mingo";
import { applyUpdate, unfolded } from "./apply-update.ts";
import {
  type Collection,
  DuplicateKey,
  type Filter,
  type FindOptions,
  type IndexSpec,
  type Sort,
  type Stage,
  type Stored,
  StoreUnavailable,
  type Update,
} from "./collection.ts";
import { append, type Log, readDocuments, rewrite } from "./data-file.ts";
import { lookUp, matching, type NedbIndex, nedbFields, removeQuickly } from "./embedded-lookup.ts";
import { Flusher } from "./flusher.ts";
import { frozen } from "./frozen.ts";
import {
  checkedPipeline,
  checkedUpdate,
  checkFilter,
  checkOptions,
  puttable,
  storable,
  storableDocument,
  upsertSeed,
  valueAt,
  withTieBreak,
} from "./language.ts";
import type { SameParts } from "./same-parts.ts";

// Its types say `export default`, its code says `module.exports`.
const Nedb = nedb as unknown as typeof nedb.default;

interface Setup {
  name: string;
  file: string;
  indexes: readonly IndexSpec[];
  repair: (file: string) => Promise<void>;
  /** Of all documents that are being loaded. */
  parts: SameParts;
  log: Log;
}

/** What NeDB's types leave out. */
interface Memory {
  indexes: Record<string, NedbIndex>;
  getAllData(): Stored[];
  _addToIndexes(document: Stored): void;
  _updateIndexes(changes: { oldDoc: Stored; newDoc: Stored }[]): void;
  _removeFromIndexes(document: Stored): void;
}

interface Opened {
  memory: Memory;
  flusher: Flusher;
  /** Bytes from which on the file is written anew. */
  fullAt: number;
  /** Writes until its size is looked at again. */
  untilLook: number;
}

/** A document before and after a write; undefined: not there. */
interface Write {
  before?: Stored | undefined;
  after?: Stored | undefined;
}

/**
 * NeDB keeps the documents and their indexes in memory; mingo reads the queries, because NeDB's own reading of null,
 * arrays and mixed types is not MongoDB's. Writes pass one at a time, so a filter still holds when its update is made.
 * Each is in the file before it is in memory, so nothing is seen that is not in the file.
 *
 * Documents are frozen, and given out as they are: whoever holds one holds the one that is stored.
 */
export class EmbeddedCollection<T extends Stored> implements Collection<T> {
  readonly #setup: Setup;
  #opened: Promise<Opened>;
  #failed = false;
  #closed = false;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#opened = this.#open();
  }

  async ready(): Promise<void> {
    await this.#use();
  }

  async insertOne(document: T): Promise<void> {
    const after = storableDocument(document, this.#setup.indexes);
    await this.#write((opened) => this.#store(opened, [{ after }]));
  }

  async findOne(filter: Filter, options: { sort?: Sort } = {}): Promise<T | null> {
    return (await this.find<T>(filter, { ...options, limit: 1 }))[0] ?? null;
  }

  async find<R = T>(filter: Filter, options: FindOptions = {}): Promise<R[]> {
    checkOptions(options);
    const found = selected(this.#matching((await this.#use()).memory, filter, options), options);
    return (options.projection === undefined ? found : found.map((part) => storable(part))) as unknown as R[];
  }

  async findOneAndUpdate(
    filter: Filter,
    update: Update,
    options: { upsert?: boolean; sort?: Sort } = {},
  ): Promise<T | null> {
    checkFilter(filter);
    const changes = checkedUpdate(update, this.#setup.indexes);
    const seed = options.upsert ? upsertSeed(filter, update, this.#setup.indexes) : null;
    return this.#write(async (opened) => {
      const first = { ...options, limit: 1 };
      const [before] = selected(this.#matching(opened.memory, filter, first), first);
      if (before === undefined && seed === null) return null;
      const after = before ? applyUpdate(before, changes) : applyUpdate(unfolded(seed as Stored), changes, true);
      await this.#store(opened, [{ before, after }]);
      return after as T;
    });
  }

  async updateOne(filter: Filter, update: Update): Promise<boolean> {
    return (await this.findOneAndUpdate(filter, update)) !== null;
  }

  async putNewer(documents: readonly T[], field: keyof T & string): Promise<void> {
    const copies = puttable(documents, field, this.#setup.indexes);
    if (copies.length === 0) return;
    await this.#write(async (opened) => {
      const ids = opened.memory.indexes._id as NedbIndex;
      const newer = copies.flatMap((after) => {
        const [before] = ids.getMatching(after._id);
        return Number(valueAt(before, field)) >= Number(after[field]) ? [] : [{ before, after }];
      });
      await this.#store(opened, newer);
    });
  }

  async deleteOne(filter: Filter): Promise<boolean> {
    checkFilter(filter);
    return this.#write(async (opened) => {
      const [before] = this.#matching(opened.memory, filter);
      if (before === undefined) return false;
      await this.#store(opened, [{ before }]);
      return true;
    });
  }

  async countDocuments(filter: Filter): Promise<number> {
    return this.#matching((await this.#use()).memory, filter).length;
  }

  async aggregate<R>(pipeline: readonly Stage[]): Promise<R[]> {
    const stages = checkedPipeline(pipeline);
    const all = (await this.#use()).memory.getAllData();
    return new Aggregator(stages as never, {}).run(all).map((result) => storable(result) as R);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#lastTurn;
    await this.#opened.then(({ flusher }) => flusher.close()).catch(() => {});
  }

  #matching({ indexes }: Memory, filter: Filter, options: FindOptions = {}): Stored[] {
    checkFilter(filter);
    const query = new Query(filter as never, {});
    const matches = (document: Stored) => query.test(document as never);
    return lookUp(indexes, { ...options, filter, specs: this.#setup.indexes, matches });
  }

  /** Only inside a turn. All of them are seen at once, when all of them are in the file. */
  async #store({ memory }: Opened, writes: readonly Write[]): Promise<void> {
    for (const { before, after } of writes) if (before === undefined && after) this.#refuseTwin(memory, after);
    const lines = writes.map(({ before, after }) => after ?? { $$deleted: true as const, _id: (before as Stored)._id });
    await append(this.#setup.file, lines);
    for (const { before, after } of writes) {
      if (before === undefined) memory._addToIndexes(after as Stored);
      else if (after === undefined) memory._removeFromIndexes(before);
      else memory._updateIndexes([{ oldDoc: before, newDoc: after }]);
    }
  }

  #refuseTwin({ indexes }: Memory, document: Stored): void {
    const unique = this.#setup.indexes.filter((index) => index.unique);
    for (const { fields } of [{ fields: ["_id"] }, ...unique]) {
      const key = Object.fromEntries(fields.map((field) => [field, valueAt(document, field)]));
      if (matching(indexes, key).length > 0) throw new DuplicateKey(this.#setup.name, fields);
    }
  }

  /** Runs a change alone; resolves when its line is in the file and the file is on the disk. */
  async #write<R>(change: (opened: Opened) => Promise<R>): Promise<R> {
    this.#refuseWhenClosed();
    const { opened, result } = await this.#turn(async () => {
      const opened = await this.#current();
      const result = await this.#guard(change(opened));
      opened.untilLook -= 1;
      return { opened, result };
    });
    await this.#guard(opened.flusher.flush()); // outside of the turn, so that many writes share one flush
    if (opened.untilLook <= 0) await this.#look(opened);
    return result;
  }

  #turn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.#lastTurn.then(work);
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  /** After a failed append the file may end in half a line: nothing is read or written before it is loaded anew. */
  async #guard<R>(work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof Error && "syscall" in error)) throw error;
      this.#failed = true;
      throw new StoreUnavailable(`cannot write ${this.#setup.file}`, error);
    }
  }

  async #use(): Promise<Opened> {
    this.#refuseWhenClosed();
    return this.#failed ? this.#turn(() => this.#current()) : this.#opened;
  }

  /** Only inside a turn: loading writes the file anew, and a line appended meanwhile would be lost. */
  #current(): Promise<Opened> {
    if (this.#failed) {
      this.#failed = false;
      const closed = this.#opened.then(({ flusher }) => flusher.close()).catch(() => {});
      this.#opened = closed.then(() => this.#open());
      this.#opened.catch(() => {});
    }
    return this.#opened;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new StoreUnavailable("it was closed");
  }

  #open(): Promise<Opened> {
    const opening = this.#load().catch((error) => {
      this.#failed = true;
      throw new StoreUnavailable(`cannot load ${this.#setup.file}`, error);
    });
    opening.catch(() => {}); // told to whoever uses the collection
    return opening;
  }

  async #load(): Promise<Opened> {
    const { file, indexes, repair, parts } = this.#setup;
    if (existsSync(file)) await repair(file);
    else await writeFile(file, "");
    const { documents, held } = await readDocuments(file, (document, bytes) =>
      bytes > LONG ? parts.of(document) : frozen(document),
    );
    const memory = await indexed(indexes);
    for (const document of documents) memory._addToIndexes(document);
    const flusher = await Flusher.open(file);
    const opened = { memory, flusher, fullAt: fullAt(held), untilLook: LOOK_EVERY };
    if ((await flusher.size()) > opened.fullAt) await this.#renew(opened);
    return opened;
  }

  async #look(opened: Opened): Promise<void> {
    opened.untilLook = LOOK_EVERY;
    if ((await this.#guard(opened.flusher.size())) > opened.fullAt) await this.#compact(opened);
  }

  /** Every change appends a line; the file is written anew once it has grown enough, in time or while it was loaded. */
  async #compact(grown: Opened): Promise<void> {
    const { file, log } = this.#setup;
    grown.fullAt = Number.POSITIVE_INFINITY;
    await this.#turn(async () => {
      if (!this.#failed && (await this.#opened) === grown) await this.#renew(grown);
    }).catch((error) => {
      this.#failed = true;
      log("storage: could not compact a file", { file, error: String(error) });
    });
  }

  /** Only where nothing is written meanwhile: a line appended to the old file would be lost. */
  async #renew(opened: Opened): Promise<void> {
    const { file } = this.#setup;
    await rewrite(file, opened.memory.getAllData());
    const before = opened.flusher;
    opened.flusher = await Flusher.open(file);
    opened.fullAt = fullAt(await opened.flusher.size());
    await before.close();
  }
}

const LOOK_EVERY = 100;

/** Bytes of a document in which parts come again. */
const LONG = 20_000;

/** In proportion to what is in it, so that rewriting stays a small part of writing. */
const fullAt = (bytes: number) => 16_000_000 + 4 * bytes;

/** An empty memory. */
async function indexed(indexes: readonly IndexSpec[]): Promise<Memory> {
  const db = new Nedb({ inMemoryOnly: true });
  const memory = db as unknown as Memory;
  for (const index of indexes) {
    const fields = nedbFields(index);
    await db.ensureIndexAsync({ fieldName: [...fields], unique: index.unique ?? false });
    const [name, ...others] = fields as [string, ...string[]];
    if (others.length === 0) removeQuickly(memory.indexes[name] as NedbIndex, name);
  }
  return memory;
}

function selected(documents: Stored[], { sort, skip = 0, limit, projection }: FindOptions): Stored[] {
  const keep = projection && { _id: 1, ...projection };
  const cursor = new Query({}, {}).find<Stored>(documents, keep as never);
  if (sort) cursor.sort(withTieBreak(sort));
  if (skip > 0) cursor.skip(skip);
  if (limit) cursor.limit(limit);
  return cursor.all() as Stored[];
}
