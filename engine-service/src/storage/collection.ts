/**
 * The storage port: the part of MongoDB's own language that both engines, MongoDB and the embedded files, do alike.
 * What they would do differently is missing here or refused by `language.ts` with a TypeError, before either engine sees it.
 */
export interface Stored {
  _id: string;
}

export type Scalar = string | number | boolean | null;

export interface Condition {
  $in?: readonly Scalar[];
  $gt?: string | number;
  $gte?: string | number;
  $lt?: string | number;
  $lte?: string | number;
  $ne?: Scalar;
  $exists?: boolean;
}

/** Paths may be dotted. A scalar also matches an array that holds it; null also matches a missing field. */
export interface Filter {
  /** The list is for $or and $and only; a path takes a scalar or a condition. */
  readonly [path: string]: Scalar | Condition | readonly Filter[];
}

export interface Update {
  $set?: Readonly<Record<string, unknown>>;
  $setOnInsert?: Readonly<Record<string, unknown>>;
  $inc?: Readonly<Record<string, number>>;
  /** Adds one element at the end. */
  $push?: Readonly<Record<string, unknown>>;
  /** Removes every element equal to this scalar. */
  $pull?: Readonly<Record<string, Scalar>>;
  $unset?: Readonly<Record<string, true>>;
}

/** Equal documents come in the order of their _id, so pages never overlap. */
export type Sort = Readonly<Record<string, 1 | -1>>;

export interface FindOptions {
  sort?: Sort;
  limit?: number;
  skip?: number;
  /** Fields to keep; _id always comes along. Name the result's type: `find<Summary>(…)`. */
  projection?: Readonly<Record<string, 1>>;
}

/** "$path", null for one group of all, or names with their paths. Sums skip what is not a number. */
export interface Group {
  readonly _id: string | null | Readonly<Record<string, string>>;
  readonly [field: string]: string | null | Readonly<Record<string, string>> | { readonly $sum: number | string };
}

export type Stage = { $match: Filter } | { $group: Group } | { $sort: Sort } | { $limit: number };

/**
 * `unique` is for fields that every document has as a string, number or boolean, and that never change: the engines
 * disagree about missing fields, nulls and arrays in a unique index, so inserts without them and updates of them are refused.
 */
export interface IndexSpec {
  fields: readonly string[];
  unique?: boolean;
}

export interface Collection<T extends Stored> {
  /** Throws DuplicateKey when the _id or the fields of a unique index are taken. */
  insertOne(document: T): Promise<void>;
  findOne(filter: Filter, options?: { sort?: Sort }): Promise<T | null>;
  /** Without `sort` the order is the engine's own. */
  find<R = T>(filter: Filter, options?: FindOptions): Promise<R[]>;
  /**
   * Changes the first match in one step and answers the document after it; null when the filter found none.
   * `upsert` needs a string _id in the filter, so that racing upserts meet on one document; where the _id exists but
   * the rest of the filter does not match, it throws DuplicateKey.
   */
  findOneAndUpdate(filter: Filter, update: Update, options?: { upsert?: boolean; sort?: Sort }): Promise<T | null>;
  /** Changes the first match in one step, as above, and does not send it back: it may be megabytes. False: found none. */
  updateOne(filter: Filter, update: Update): Promise<boolean>;
  /**
   * Puts whole documents in place of those with their _ids, or beside them; where one is stored whose number in `field`
   * is as high or higher, it stays. All or some of them, in no order: what fails may be put again. Not for collections
   * with a unique index.
   */
  putNewer(documents: readonly T[], field: keyof T & string): Promise<void>;
  deleteOne(filter: Filter): Promise<boolean>;
  countDocuments(filter: Filter): Promise<number>;
  aggregate<R>(pipeline: readonly Stage[]): Promise<R[]>;
}

export interface Storage {
  /** Where no other process can write, nobody has to look for its writes. */
  readonly exclusive?: true;
  /** Declare a collection, with its indexes, once at start. */
  collection<T extends Stored>(name: string, indexes?: readonly IndexSpec[]): Collection<T>;
  /** Resolves when the store answers and every collection declared so far is loaded and indexed. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export class DuplicateKey extends Error {
  override readonly name = "DuplicateKey";
  readonly collection: string;
  readonly fields: readonly string[];

  constructor(collection: string, fields: readonly string[]) {
    super(`${collection} already has a document with this ${fields.join(" + ")}`);
    this.collection = collection;
    this.fields = fields;
  }
}

/**
 * The store cannot be reached or cannot write now; a later call may work again. A write that ends like this may or may
 * not have happened: repeat it only where repeating is harmless.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";

  constructor(what: string, cause?: unknown) {
    const why = cause instanceof Error ? `: ${cause.message}` : "";
    super(`The store is unavailable: ${what}${why}`, { cause });
  }
}
