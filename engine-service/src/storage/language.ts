import type { Condition, Filter, IndexSpec, Scalar, Stage, Stored, Update } from "./collection.ts";

/** The checks of the port: what passes here means the same to both engines. What does not is a bug of the caller. */
const NESTING = 90; // MongoDB refuses 100 levels, counted with those of the command around the document

const CONDITIONS = {
  $in: (value) => Array.isArray(value) && value.every(isScalar),
  $gt: isOrdered,
  $gte: isOrdered,
  $lt: isOrdered,
  $lte: isOrdered,
  $ne: isScalar,
  $exists: (value) => typeof value === "boolean",
} satisfies Record<keyof Condition, (value: unknown) => boolean>;

/**
 * The value as it is stored: plain JSON values only, frozen all through; undefined fields dropped, and what one engine
 * would change refused. What is frozen already was made here, and is not looked at again: so a list of 10,000 payout
 * groups, of which one has moved, is neither copied nor checked, and all who hold it share one.
 */
export function storable<T>(value: T, at = "document", depth = 0): T {
  if (depth > NESTING) throw new TypeError(`${at} is nested more than ${NESTING} levels deep`);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${at} is ${value}; only finite numbers can be stored`);
    return (value === 0 ? 0 : value) as T; // JSON has no -0
  }
  if (isScalar(value)) return value;
  if (typeof value !== "object" || value === null || !(Array.isArray(value) || isPlain(value))) {
    throw new TypeError(`${at} cannot be stored; allowed are text, numbers, booleans, null, arrays and plain objects`);
  }
  if (Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (element, i) => storable(element, `${at}.${i}`, depth + 1))) as T;
  }
  const copy: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(value)) {
    if (!isName(name)) throw new TypeError(`${at} has a field named "${name}"; names have no ".", no leading "$"`);
    if (held !== undefined) copy[name] = storable(held, `${at}.${name}`, depth + 1);
  }
  return Object.freeze(copy) as T;
}

export function storableDocument<T extends Stored>(document: T, indexes: readonly IndexSpec[]): T {
  const copy = storable(document);
  checkId(copy._id);
  for (const field of uniqueFields(indexes)) checkUnique(field, valueAt(copy, field));
  return copy;
}

/** Documents to be put, each with a number that tells the newer one. */
export function puttable<T extends Stored>(documents: readonly T[], field: string, indexes: readonly IndexSpec[]): T[] {
  if (uniqueFields(indexes).length > 0) throw new TypeError("a collection with a unique index takes no puts");
  const copies = documents.map((document) => storableDocument(document, indexes));
  if (new Set(copies.map(({ _id }) => _id)).size < copies.length) throw new TypeError("a document is put twice");
  for (const copy of copies)
    if (typeof valueAt(copy, field) !== "number") throw new TypeError(`"${field}" must be a number to put by`);
  return copies;
}

export function checkFilter(filter: Filter): void {
  for (const [path, expected] of Object.entries(filter)) {
    if (path === "$or" || path === "$and") {
      if (!Array.isArray(expected) || expected.length === 0) throw new TypeError(`${path} needs a list of filters`);
      expected.forEach(checkFilter);
      continue;
    }
    checkPath(path);
    if (isScalar(expected)) continue;
    // Undefined is refused rather than dropped: without its condition a filter would match every document.
    if (typeof expected !== "object" || !isPlain(expected) || Object.keys(expected).length === 0) {
      throw new TypeError(`filter "${path}" takes a scalar or a condition`);
    }
    for (const [name, value] of Object.entries(expected)) {
      if (!Object.hasOwn(CONDITIONS, name)) throw new TypeError(`filter "${path}" has an unknown condition ${name}`);
      if (!CONDITIONS[name as keyof Condition](value)) throw new TypeError(`filter "${path}" has a wrong ${name}`);
    }
  }
}

/** The update as both engines take it: values copied, undefined and empty operators dropped. */
export function checkedUpdate(update: Update, indexes: readonly IndexSpec[]): Update {
  const unique = uniqueFields(indexes);
  const checked: Record<string, Record<string, unknown>> = {};
  const paths: string[] = [];
  for (const [operator, changes] of Object.entries(update)) {
    for (const [path, value] of Object.entries(changes as Record<string, unknown>)) {
      if (value === undefined) continue;
      checkPath(path);
      if (overlap(path, "_id")) throw new TypeError("the _id of a document never changes");
      if (operator !== "$setOnInsert" && unique.some((field) => overlap(path, field))) {
        throw new TypeError(`"${path}" is part of a unique index and never changes`);
      }
      if (paths.some((other) => overlap(path, other))) throw new TypeError(`"${path}" is changed twice`);
      paths.push(path);
      checked[operator] = { ...checked[operator], [path]: checkedChange(operator, path, value) };
    }
  }
  if (paths.length === 0) throw new TypeError("the update changes nothing");
  return checked;
}

/** The document an upsert starts from: the equalities of its filter. */
export function upsertSeed(filter: Filter, update: Update, indexes: readonly IndexSpec[]): Stored {
  const equalities = Object.entries(filter).filter(([, expected]) => isScalar(expected));
  const inserted = Object.fromEntries([...equalities, ...Object.entries(update.$setOnInsert ?? {})]);
  checkId(filter._id);
  if (filter.$or || filter.$and) throw new TypeError("an upsert takes no $or and no $and");
  for (const field of uniqueFields(indexes)) checkUnique(field, inserted[field]);
  return { ...Object.fromEntries(equalities), _id: filter._id };
}

export function checkOptions(options: { limit?: number; skip?: number } = {}): void {
  const { limit = 1, skip = 0 } = options;
  if (!Number.isSafeInteger(limit) || limit < 1) throw new TypeError(`limit must be 1 or more; it is ${limit}`);
  if (!Number.isSafeInteger(skip) || skip < 0) throw new TypeError(`skip must be 0 or more; it is ${skip}`);
}

/** The sort with _id as its last word. `ids`: the paths that make the _id, for groups by several fields. */
export function withTieBreak(sort: Readonly<Record<string, 1 | -1>>, ids = ["_id"]): Record<string, 1 | -1> {
  const whole = Object.entries(sort).flatMap(([path, way]) =>
    path === "_id" ? ids.map((id) => [id, way] as const) : [[path, way] as const],
  );
  for (const [path, way] of whole) {
    checkPath(path);
    if (way !== 1 && way !== -1) throw new TypeError(`sort "${path}" must be 1 or -1`);
  }
  return Object.fromEntries([
    ...whole,
    ...ids.filter((id) => sort[id] === undefined && !sort._id).map((id) => [id, 1]),
  ]);
}

export function checkedPipeline(pipeline: readonly Stage[]): Stage[] {
  let ids = ["_id"];
  return pipeline.map((stage) => {
    if (Object.keys(stage).length !== 1) throw new TypeError("a stage has one operator");
    if ("$match" in stage) checkFilter(stage.$match);
    else if ("$limit" in stage) checkOptions({ limit: stage.$limit });
    // A group by several fields has an object as its _id, and the engines order objects differently.
    else if ("$sort" in stage) return { $sort: withTieBreak(stage.$sort, ids) };
    else if ("$group" in stage) {
      const { _id, ...sums } = stage.$group;
      ids = typeof _id === "object" && _id !== null ? Object.keys(_id).map((name) => `_id.${name}`) : ["_id"];
      const paths = typeof _id === "object" && _id !== null ? Object.values(_id) : _id === null ? [] : [_id];
      for (const [name, sum] of Object.entries(sums)) {
        const summed = typeof sum === "object" && sum !== null && "$sum" in sum ? sum.$sum : undefined;
        if (typeof summed === "string") paths.push(summed);
        else if (typeof summed !== "number") throw new TypeError(`group field "${name}" must be a $sum`);
      }
      for (const path of paths) {
        if (!path.startsWith("$")) throw new TypeError(`"${path}" in a group must be a path: "$${path}"`);
        checkPath(path.slice(1));
      }
    } else throw new TypeError(`unknown stage ${Object.keys(stage)[0]}`);
    return stage;
  });
}

export function valueAt(document: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, name) => (isContainer(at) && Object.hasOwn(at, name) ? at[name] : undefined), document);
}

export function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function checkedChange(operator: string, path: string, value: unknown): unknown {
  const at = `${operator} of "${path}"`;
  switch (operator) {
    case "$set":
    case "$setOnInsert":
      return storable(value, at);
    case "$push":
      if (Array.isArray(value)) throw new TypeError(`${at} takes one element, not a list`);
      return storable(value, at);
    case "$inc":
      if (typeof value !== "number") throw new TypeError(`${at} needs a number`);
      return storable(value, at);
    case "$pull":
      if (!isScalar(value)) throw new TypeError(`${at} takes one scalar`);
      return value;
    case "$unset":
      return true;
    default:
      throw new TypeError(`unknown update operator ${operator}`);
  }
}

function checkId(id: unknown): asserts id is string {
  // NeDB loses a document without text in its _id, and one named like the prototype, at the next start.
  if (typeof id !== "string" || id === "" || id === "__proto__") throw new TypeError("_id must be text, not empty");
}

function checkUnique(field: string, value: unknown): void {
  if (value === null || !isScalar(value)) {
    throw new TypeError(`"${field}" is part of a unique index and must be text, a number or a boolean`);
  }
}

const uniqueFields = (indexes: readonly IndexSpec[]) =>
  indexes.filter((index) => index.unique).flatMap((index) => index.fields);

const overlap = (one: string, other: string) => `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);

function checkPath(path: string): void {
  if (!path.split(".").every(isName)) throw new TypeError(`"${path}" is no path`);
}

function isName(name: string): boolean {
  return name !== "" && name !== "__proto__" && !/^\$|[.\0]/.test(name) && isWellFormed(name);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === "boolean" || isOrdered(value);
}

function isOrdered(value: unknown): value is string | number {
  return typeof value === "string" ? isWellFormed(value) : Number.isFinite(value);
}

/** Half a surrogate pair survives as JSON but not as BSON. */
function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
