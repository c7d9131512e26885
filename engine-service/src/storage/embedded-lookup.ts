import type { Condition, Filter, FindOptions, IndexSpec, Stored } from "./collection.ts";

/**
 * How the embedded engine finds documents without looking at all of them. NeDB has the indexes, but of its own queries
 * none stops early: it would copy a list of all history to show the fifty newest lines.
 */

/** As NeDB keeps it: a balanced tree, each node with the documents of one key. */
interface Node {
  key?: unknown;
  data: Stored[];
  left: Node | null;
  right: Node | null;
}

export interface NedbIndex {
  unique: boolean;
  getMatching(value: unknown): Stored[];
  tree: { tree: Node };
}

interface Lookup extends Pick<FindOptions, "sort" | "skip" | "limit"> {
  filter: Filter;
  specs: readonly IndexSpec[];
  /** Whether a document matches the filter; the indexes only say which ones may. */
  matches: (document: Stored) => boolean;
}

/** So few that testing and sorting them takes no time. */
const FEW = 20_000;

/** A query by the fields before the _id takes this index; the tree of the _ids gives the order. */
export const nedbFields = ({ fields, unique }: IndexSpec): readonly string[] =>
  !unique && fields.length > 1 && fields.at(-1) === "_id" ? fields.slice(0, -1) : fields;

/** The matching documents; of a limited list by _id those of the page and the ones before it. */
export function lookUp(indexes: Record<string, NedbIndex>, lookup: Lookup): Stored[] {
  const { filter, sort, skip = 0, limit, matches } = lookup;
  const byId = sort !== undefined && limit !== undefined && Object.keys(sort).join() === "_id" ? sort._id : undefined;
  const equal = fewest(indexes, lookup);
  const some = equal !== undefined && equal.length <= FEW ? equal : withinRange(indexes, lookup, byId !== undefined);
  const ids = (indexes._id as NedbIndex).tree.tree;
  if (byId === undefined || limit === undefined) return filtered(some ?? equal ?? walk(ids, {}, 1), matches);
  const page = skip + limit;
  if (some === undefined) {
    const found = filtered(walk(ids, rangeOf(filter._id), byId), matches, page, equal && FEW);
    if (equal === undefined || found.length === page) return found;
  }
  const found = filtered(some ?? equal ?? [], matches);
  return found.sort((one, other) => (one._id < other._id ? -byId : byId)).slice(0, page);
}

/** @param lookAtMost gives up after so many, with fewer than there may be */
function filtered(
  documents: Iterable<Stored>,
  matches: (document: Stored) => boolean,
  atMost = Infinity,
  lookAtMost = Infinity,
): Stored[] {
  const found = new Set<Stored>();
  let looked = 0;
  for (const document of documents) {
    if (matches(document)) found.add(document);
    looked += 1;
    if (found.size === atMost || looked === lookAtMost) break;
  }
  return [...found];
}

/** What the most telling index finds, of those that are asked for equal text. */
function fewest(indexes: Record<string, NedbIndex>, { filter, specs }: Lookup): Stored[] | undefined {
  const fields = [["_id"], ...specs.map(nedbFields)];
  const found = fields.flatMap(([field = "", ...others]) => {
    const sought = others.length === 0 ? textsOf(filter[field]) : undefined;
    const index = indexes[field];
    return sought === undefined || index === undefined ? [] : [index.getMatching(sought)];
  });
  if (found.length > 0) return found.sort((one, other) => one.length - other.length)[0];
  // An index of several fields finds no document that has a list in one of them, so it comes last.
  const several = fields.find((some) => some.length > 1 && some.every((field) => typeof filter[field] === "string"));
  if (several === undefined) return undefined;
  const key = Object.fromEntries(several.map((field) => [field, filter[field]]));
  return indexes[[...several].sort().join(",")]?.getMatching(key);
}

/** The text or texts that a field has to be equal to. */
function textsOf(expected: Filter[string] | undefined): string | readonly string[] | undefined {
  if (typeof expected === "string") return expected;
  const list = (expected as Condition | null | undefined)?.$in;
  return list?.every((value) => typeof value === "string") ? (list as string[]) : undefined;
}

/** Of the indexes of one field, what a range of texts finds, where that is little. */
function withinRange(
  indexes: Record<string, NedbIndex>,
  { filter, specs }: Lookup,
  sortedById: boolean,
): Stored[] | undefined {
  for (const fields of [...(sortedById ? [] : [["_id"]]), ...specs.map(nedbFields)]) {
    const [field = ""] = fields;
    const range = rangeOf(filter[field]);
    const index = indexes[field];
    if (fields.length > 1 || index === undefined || (range.least === undefined && range.most === undefined)) continue;
    const found: Stored[] = [];
    for (const document of walk(index.tree.tree, range, 1)) if (found.push(document) > FEW) break;
    if (found.length <= FEW) return found;
  }
  return undefined;
}

/** Bounds of texts, themselves included. */
interface Range {
  least?: string | undefined;
  most?: string | undefined;
}

function rangeOf(expected: Filter[string] | undefined): Range {
  if (typeof expected !== "object" || expected === null) return {};
  const { $gt, $gte, $lt, $lte } = expected as Condition;
  const text = (bound: unknown) => (typeof bound === "string" ? bound : undefined);
  return { least: text($gte) ?? text($gt), most: text($lte) ?? text($lt) };
}

/** The documents of a tree in the order of their keys, one after the other as they are asked for. */
function* walk(root: Node, { least, most }: Range, way: 1 | -1): Generator<Stored> {
  const [near, far] = way === 1 ? (["left", "right"] as const) : (["right", "left"] as const);
  const isBefore = (key: unknown) => (way === 1 ? isBelow(key, least) : isAbove(key, most));
  const isBehind = (key: unknown) => (way === 1 ? isAbove(key, most) : isBelow(key, least));
  const path: Node[] = [];
  let at: Node | null = root;
  for (;;) {
    while (at !== null) {
      const skipped: boolean = isBefore(at.key);
      if (!skipped) path.push(at);
      at = skipped ? at[far] : at[near];
    }
    const node = path.pop();
    if (node === undefined || isBehind(node.key)) return;
    yield* node.data;
    at = node[far];
  }
}

/** NeDB's order among types: nothing, null, numbers, texts, the others. */
const isBelow = (key: unknown, bound: string | undefined): boolean =>
  bound !== undefined && (typeof key === "string" ? key < bound : key == null || typeof key === "number");

const isAbove = (key: unknown, bound: string | undefined): boolean =>
  bound !== undefined && (typeof key === "string" ? key > bound : key != null && typeof key !== "number");
