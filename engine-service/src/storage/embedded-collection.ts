import { existsSync } from "node:fs";
import nedb from "@seald-io/nedb";
import { Aggregator, Query } from "mingo";
import { applyUpdate, unfolded } from "./apply-update.ts";
import {
  type Collection,
  type Filter,
  type FindOptions,
  type IndexSpec,
  type Sort,
  type Stage,
  type Stored,
  StoreUnavailable,
  type Update,
} from "./collection.ts";
import { Flusher, type Log } from "./data-file.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { lookUp, type NedbIndex, nedbFields, removeQuickly } from "./embedded-lookup.ts";
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

// Its types say `export default`, its code says `module.exports`.
type Nedb = nedb.default;
const Nedb = nedb as unknown as typeof nedb.default;

interface Setup {
  name: string;
  file: string;
  indexes: readonly IndexSpec[];
  repair: (file: string) => Promise<void>;
  log: Log;
}

/** What NeDB's types leave out. */
interface Inside {
  executor: { pushAsync<R>(task: () => Promise<R>): Promise<R> };
  indexes: Record<string, NedbIndex>;
  persistence: { persistNewStateAsync(documents: readonly Stored[]): Promise<void> };
  _addToIndexes(document: Stored): void;
  _updateIndexes(changes: { oldDoc: Stored; newDoc: Stored }[]): void;
}

interface Opened {
  db: Nedb;
  flusher: Flusher;
  /** Bytes from which on the file is written anew. */
  fullAt: number;
  /** Writes until its size is looked at again. */
  untilLook: number;
}

/**
 * NeDB keeps the documents, their indexes and the file; mingo reads the queries, because NeDB's own reading of null,
 * arrays and mixed types is not MongoDB's. Writes pass one at a time, so a filter still holds when its update is made.
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
    const checked = storableDocument(document, this.#setup.indexes);
    await this.#write(async ({ db }) => this.#insert(db, checked));
  }

  async findOne(filter: Filter, options: { sort?: Sort } = {}): Promise<T | null> {
    return (await this.find<T>(filter, { ...options, limit: 1 }))[0] ?? null;
  }

  async find<R = T>(filter: Filter, options: FindOptions = {}): Promise<R[]> {
    checkOptions(options);
    const matching = await this.#matching((await this.#use()).db, filter, options);
    return selected(matching, options).map((document) => storable(document) as R);
  }

  async findOneAndUpdate(
    filter: Filter,
    update: Update,
    options: { upsert?: boolean; sort?: Sort } = {},
  ): Promise<T | null> {
    checkFilter(filter);
    const changes = checkedUpdate(update, this.#setup.indexes);
    const seed = options.upsert ? upsertSeed(filter, update, this.#setup.indexes) : null;
    return this.#write(async ({ db }) => {
      const first = { ...options, limit: 1 };
      const [found] = selected(await this.#matching(db, filter, first), first);
      if (found) {
        const next = applyUpdate(found, changes);
        await db.updateAsync({ _id: found._id }, next, {});
        return next as T;
      }
      if (!seed) return null;
      const inserted = applyUpdate(unfolded(seed), changes, true);
      await this.#insert(db, inserted);
      return inserted as T;
    });
  }

  /** NeDB's own writes open the file for each document; a batch of hundreds is one line after the other in one go here. */
  async putNewer(documents: readonly T[], field: keyof T & string): Promise<void> {
    const copies = puttable(documents, field, this.#setup.indexes);
    if (copies.length === 0) return;
    await this.#write(async ({ db }) => {
      const inside = db as unknown as Inside;
      const ids = inside.indexes._id as NedbIndex;
      await inside.executor.pushAsync(async () => {
        const newer = copies.flatMap((newDoc) => {
          const [oldDoc] = ids.getMatching(newDoc._id);
          return Number(valueAt(oldDoc, field)) >= Number(newDoc[field]) ? [] : [{ oldDoc, newDoc }];
        });
        for (const { oldDoc, newDoc } of newer) {
          if (oldDoc === undefined) inside._addToIndexes(newDoc);
          else inside._updateIndexes([{ oldDoc, newDoc }]);
        }
        await inside.persistence.persistNewStateAsync(newer.map(({ newDoc }) => newDoc));
      });
    });
  }

  async deleteOne(filter: Filter): Promise<boolean> {
    checkFilter(filter);
    const deleted = await this.#write(async ({ db }) => {
      const [found] = await this.#matching(db, filter);
      return found && (await db.removeAsync({ _id: found._id }, {}));
    });
    return deleted === 1;
  }

  async countDocuments(filter: Filter): Promise<number> {
    return (await this.#matching((await this.#use()).db, filter)).length;
  }

  async aggregate<R>(pipeline: readonly Stage[]): Promise<R[]> {
    const stages = checkedPipeline(pipeline);
    const all = (await this.#use()).db.getAllData();
    return new Aggregator(stages as never, {}).run(all).map((result) => storable(result) as R);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#lastTurn;
    await this.#opened.then(({ flusher }) => flusher.close()).catch(() => {});
  }

  /**
   * The stored documents themselves, uncopied: NeDB never changes a document in place, but nobody outside may get
   * hold of one. Read in NeDB's own turn, so that none is seen whose line is not in the file yet.
   */
  async #matching(db: Nedb, filter: Filter, options: FindOptions = {}): Promise<Stored[]> {
    checkFilter(filter);
    const query = new Query(filter as never, {});
    const matches = (document: Stored) => query.test(document as never);
    const { executor, indexes } = db as unknown as Inside;
    return executor.pushAsync(async () => lookUp(indexes, { ...options, filter, specs: this.#setup.indexes, matches }));
  }

  async #insert(db: Nedb, document: Stored): Promise<void> {
    try {
      await db.insertAsync(document);
    } catch (error) {
      if ((error as { errorType?: string }).errorType !== "uniqueViolated") throw error;
      throw await duplicateKey(this, this.#setup.name, this.#setup.indexes, document);
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

  /** After a failed append NeDB's memory is ahead of its file: nothing may be read from it before it is loaded anew. */
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
    const { file, indexes, repair } = this.#setup;
    if (existsSync(file)) await repair(file);
    const db = new Nedb({
      filename: file,
      // NeDB would skip damaged lines and then drop them for good while writing the file anew.
      corruptAlertThreshold: 0,
      // Its reader takes these three characters, which JSON leaves alone, for line breaks.
      afterSerialization: (line) => line.replace(/[\u0085\u2028\u2029]/g, escaped),
      beforeDeserialization: (line) => line,
    });
    await db.loadDatabaseAsync();
    await matchIndexes(db, indexes);
    const flusher = await Flusher.open(file);
    return { db, flusher, fullAt: fullAt(await flusher.size()), untilLook: LOOK_EVERY };
  }

  async #look(opened: Opened): Promise<void> {
    opened.untilLook = LOOK_EVERY;
    if ((await this.#guard(opened.flusher.size())) > opened.fullAt) await this.#compact(opened);
  }

  /** Every change appends a line. Loading writes the file anew, and so does this once the file has grown enough. */
  async #compact(grown: Opened): Promise<void> {
    const { file, log } = this.#setup;
    grown.fullAt = Number.POSITIVE_INFINITY;
    await this.#turn(async () => {
      if (this.#failed || (await this.#opened) !== grown) return;
      await grown.db.compactDatafileAsync();
      const before = grown.flusher;
      grown.flusher = await Flusher.open(file);
      grown.fullAt = fullAt(await grown.flusher.size());
      await before.close();
    }).catch((error) => {
      this.#failed = true;
      log("storage: could not compact a file", { file, error: String(error) });
    });
  }
}

const LOOK_EVERY = 100;

/** In proportion to what is in it, so that rewriting stays a small part of writing. */
const fullAt = (bytes: number) => 16_000_000 + 4 * bytes;

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** NeDB remembers indexes in the file; those that the code no longer names must not go on refusing documents. */
async function matchIndexes(db: Nedb, indexes: readonly IndexSpec[]): Promise<void> {
  const kept = (db as unknown as Inside).indexes;
  const wanted = new Map(
    indexes.map((index) => {
      const fields = nedbFields(index);
      return [[...fields].sort().join(","), { fields, unique: index.unique ?? false }] as const;
    }),
  );
  for (const [name, { unique }] of Object.entries(kept)) {
    if (name !== "_id" && wanted.get(name)?.unique !== unique) await db.removeIndexAsync(name);
  }
  for (const [name, { fields, unique }] of wanted) {
    await db.ensureIndexAsync({ fieldName: [...fields], unique });
    if (fields.length === 1) removeQuickly(kept[name] as NedbIndex, name);
  }
}

function selected(documents: Stored[], { sort, skip = 0, limit, projection }: FindOptions): Stored[] {
  const keep = projection && { _id: 1, ...projection };
  const cursor = new Query({}, {}).find<Stored>(documents, keep as never);
  if (sort) cursor.sort(withTieBreak(sort));
  if (skip > 0) cursor.skip(skip);
  if (limit) cursor.limit(limit);
  return cursor.all() as Stored[];
}
