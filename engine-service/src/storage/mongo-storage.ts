import mongoose from "mongoose";
import { unfolded } from "./apply-update.ts";
import {
  type Collection,
  type IndexSpec,
  type Storage,
  type Stored,
  StoreUnavailable,
  type Update,
} from "./collection.ts";
import { duplicateKey } from "./duplicate-key.ts";
import {
  checkedPipeline,
  checkedUpdate,
  checkFilter,
  checkOptions,
  puttable,
  storableDocument,
  upsertSeed,
  valueAt,
  withTieBreak,
} from "./language.ts";

const { mongo } = mongoose;

/**
 * A call fails within five seconds when the server is away, also when it leaves connections open and says nothing.
 * So no call may take longer than four, reports included, and reads are not tried twice; writes to a replica set are,
 * because there the server knows which it has done. Longer outages and elections end as StoreUnavailable.
 */
const OPTIONS: mongoose.ConnectOptions = {
  bufferCommands: false,
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  socketTimeoutMS: 4_000,
  waitQueueTimeoutMS: 4_000,
  retryReads: false,
  maxAdaptiveRetries: 0,
  writeConcern: { w: "majority", journal: true },
};

/** So many are put by a slow server, too, before a call must end. */
const PUTS_PER_CALL = 200;

/** Codes of a server that answers but cannot serve now: shutting down, no primary, majority not reached in time. */
const AWAY = new Set([64, 89, 91, 189, 9001, 10107, 11600, 11602, 13435, 13436]);

/**
 * mongoose makes the connection; the calls go to its native collections. Models would add schemas for documents that
 * zod has checked already, and casts and defaults that the embedded engine does not have.
 *
 * Connects at the first call, and again at the next one where that failed: mongoose itself gives up after a first
 * failed attempt, but the service must be able to start before its database.
 */
export function connectMongoStorage(uri: string): Storage {
  const declared = new Map<string, () => Promise<unknown>>();
  let connecting: Promise<mongoose.Connection> | undefined;
  let closed = false;

  async function database(): Promise<mongoose.mongo.Db> {
    if (closed) throw new StoreUnavailable("it was closed");
    connecting ??= connect(uri).catch((error) => {
      connecting = undefined;
      throw error;
    });
    const { db } = await connecting;
    if (!db) throw new StoreUnavailable("the connection was closed");
    return db;
  }

  return {
    collection<T extends Stored>(name: string, indexes: readonly IndexSpec[] = []): Collection<T> {
      if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`"${name}" is no name for a collection`);
      if (declared.has(name)) throw new TypeError(`the collection ${name} is declared twice`);
      let indexing: Promise<unknown> | undefined;
      const native = async () => {
        const collection = (await database()).collection<Stored>(name);
        indexing ??= createIndexes(collection, indexes).catch((error) => {
          indexing = undefined;
          throw error;
        });
        await indexing;
        return collection;
      };
      declared.set(name, () => outage(native));
      return mongoCollection<T>(name, indexes, native);
    },
    async ping() {
      await outage(async () => (await database()).command({ ping: 1 }));
      await Promise.all([...declared.values()].map((prepare) => prepare()));
    },
    async close() {
      closed = true;
      await connecting?.then((connection) => connection.destroy()).catch(() => {});
    },
  };
}

function mongoCollection<T extends Stored>(
  name: string,
  indexes: readonly IndexSpec[],
  native: () => Promise<mongoose.mongo.Collection<Stored>>,
): Collection<T> {
  const collection: Collection<T> = {
    async insertOne(document) {
      const checked = storableDocument(document, indexes);
      await outage(native).then((to) => refusing(() => outage(() => to.insertOne(checked)), checked));
    },
    async findOne(filter, options = {}) {
      return (await this.find<T>(filter, { ...options, limit: 1 }))[0] ?? null;
    },
    async find<R>(filter: object, options: Parameters<Collection<T>["find"]>[1] = {}) {
      checkFilter(filter as never);
      checkOptions(options);
      const { sort, projection, ...page } = options;
      const keep = projection && { projection: { ...projection, _id: 1 } };
      const order = sort && { sort: withTieBreak(sort) };
      return outage(async () => (await native()).find(filter, { ...page, ...keep, ...order }).toArray()) as Promise<
        R[]
      >;
    },
    async findOneAndUpdate(filter, update, { upsert = false, sort } = {}) {
      checkFilter(filter);
      const changes = checkedUpdate(update, indexes);
      const seed = upsert ? upsertSeed(filter, update, indexes) : null;
      const once = () =>
        outage(async () =>
          (await native()).findOneAndUpdate(filter as object, changes as object, {
            upsert,
            ...(sort && { sort: withTieBreak(sort) }),
            returnDocument: "after",
          }),
        ) as Promise<T | null>;
      if (!seed) return once();
      // Of two upserts that both found nothing, one is refused; now that the document exists it can be updated.
      return once().catch((error) => {
        if (!isDuplicate(error)) throw error;
        return refusing(once, inserted(seed, changes));
      });
    },
    async updateOne(filter, update) {
      checkFilter(filter);
      const changes = checkedUpdate(update, indexes);
      return outage(
        async () => (await (await native()).updateOne(filter as object, changes as object)).matchedCount === 1,
      );
    },
    async putNewer(documents, field) {
      const copies = puttable(documents, field, indexes);
      if (copies.length === 0) return;
      const puts = copies.map(({ _id, ...replacement }) => ({
        replaceOne: { filter: { _id, [field]: { $lt: valueAt(replacement, field) } }, replacement, upsert: true },
      }));
      for (let from = 0; from < puts.length; from += PUTS_PER_CALL)
        await outage(async () => putSome(await native(), puts.slice(from, from + PUTS_PER_CALL)));
    },
    async deleteOne(filter) {
      checkFilter(filter);
      return outage(async () => (await (await native()).deleteOne(filter as object)).deletedCount === 1);
    },
    async countDocuments(filter) {
      checkFilter(filter);
      return outage(async () => (await native()).countDocuments(filter as object));
    },
    async aggregate<R>(pipeline: Parameters<Collection<T>["aggregate"]>[0]) {
      const stages = checkedPipeline(pipeline);
      return outage(async () => (await native()).aggregate(stages).toArray()) as Promise<R[]>;
    },
  };

  async function refusing<R>(write: () => Promise<R>, document: Stored): Promise<R> {
    try {
      return await write();
    } catch (error) {
      throw isDuplicate(error) ? await duplicateKey(collection, name, indexes, document) : error;
    }
  }
  return collection;
}

async function putSome(collection: mongoose.mongo.Collection<Stored>, puts: readonly object[]): Promise<void> {
  try {
    await collection.bulkWrite(puts as never, { ordered: false });
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    // What cut the writing short comes inside a bulk error that names no document.
    const { errorResponse: cause } = error;
    if (cause instanceof Error) throw cause;
    const unsure = error.result.getWriteConcernError();
    if (unsure !== undefined) throw new StoreUnavailable("MongoDB does not confirm what was written", unsure);
    // One that is stored and not older: the upsert finds nothing to replace, and its _id taken.
    const failed = [error.writeErrors].flat();
    if (failed.length === 0 || failed.some(({ code }) => code !== 11000)) throw error;
  }
}

async function connect(uri: string): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection();
  try {
    return await connection.openUri(uri, OPTIONS);
  } catch (error) {
    await connection.destroy().catch(() => {});
    throw error;
  }
}

async function createIndexes(collection: mongoose.mongo.Collection<Stored>, indexes: readonly IndexSpec[]) {
  for (const { fields, unique = false } of indexes) {
    await collection.createIndex(Object.fromEntries(fields.map((field) => [field, 1])), { unique });
  }
}

async function outage<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call();
  } catch (error) {
    throw isOutage(error) ? new StoreUnavailable("MongoDB does not answer", error) : error;
  }
}

function isOutage(error: unknown): boolean {
  if (error instanceof mongo.MongoServerError) return AWAY.has(Number(error.code));
  return (
    error instanceof mongo.MongoNetworkError ||
    error instanceof mongo.MongoServerSelectionError ||
    error instanceof mongo.MongoNotConnectedError ||
    error instanceof mongo.MongoTopologyClosedError ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    (error instanceof Error && error.name === "MongoWaitQueueTimeoutError") // a class the driver does not export
  );
}

const isDuplicate = (error: unknown) => error instanceof mongo.MongoServerError && error.code === 11000;

const inserted = (seed: Stored, { $setOnInsert = {} }: Update) => unfolded({ ...seed, ...$setOnInsert });
