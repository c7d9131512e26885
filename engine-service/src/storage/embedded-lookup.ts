import type { Condition, Filter, FindOptions, IndexSpec, Stored } from "./collection.ts";
import { valueAt } from "./language.ts";

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
  remove(documents: Stored | Stored[]): void;
  tree: { tree: Node };
}

interface Lookup extends Pick<FindOptions, "sort" | "skip" | "limit"> {
  filter: Filter;
  specs: readonly IndexSpec[];
  /** Whether a document matches the filter; the indexes only say which ones may. */
  matches: (document: Stored) => boolean;
}

type Indexes = Readonly<Record<string, NedbIndex>>;

/** So few that testing and sorting them takes no time. */
const FEW = 20_000;

/**
 * Of an index that ends with the _id, NeDB gets one field: where there are two, the other one, to find by. Of a longer
 * one the field before the _id, whose tree gives the order of a list; what stands before it is equal to something, and
 * is tested document by document.
 */
export const nedbFields = ({ fields, unique }: IndexSpec): readonly string[] =>
  !unique && fields.length > 1 && fields.at(-1) === "_id" ? fields.slice(-2, -1) : fields;

/** The matching documents; of a limited list those of the page and the ones before it, where an index has its order. */
export function lookUp(indexes: Indexes, lookup: Lookup): Stored[] {
  const { filter, specs, matches } = lookup;
  const page = pageOf(indexes, lookup);
  const equal = fewest(indexes, specs, filter);
  const some = equal !== undefined && equal.length <= FEW ? equal : withinRange(indexes, lookup, page?.by);
  const walked = page && some === undefined ? walkedTo(page, lookup, equal && FEW) : undefined;
  const found = walked ?? filtered(some ?? equal ?? walk((indexes._id as NedbIndex).tree.tree), matches);
  return page === undefined ? found : firstOf(found, page);
}

/** A list of so many, in the order of the tree of one field. */
interface Page {
  by: string;
  way: 1 | -1;
  /** Among documents of one key, by their _id. */
  tie: 1 | -1;
  size: number;
  tree: Node;
}

function pageOf(indexes: Indexes, { sort, skip = 0, limit }: Lookup): Page | undefined {
  const [first, second, ...others] = Object.entries(sort ?? {});
  if (first === undefined || limit === undefined || others.length > 0) return undefined;
  const [by, way] = first;
  const index = indexes[by];
  if (index === undefined || (second !== undefined && second[0] !== "_id")) return undefined;
  return { by, way, tie: second?.[1] ?? 1, size: skip + limit, tree: index.tree.tree };
}

/** Sorted by plain comparison, where all have a key of one type; else as they are, for whoever sorts them by the book. */
function firstOf(found: readonly Stored[], { by, way, tie, size }: Page): Stored[] {
  const keyed = found.map((document) => ({ document, key: valueAt(document, by) as string | number }));
  if (new Set(keyed.map(({ key }) => typeof key)).size > 1 || !keyed.every(({ key }) => isListed(key)))
    return [...found];
  keyed.sort((one, other) =>
    one.key === other.key ? (one.document._id < other.document._id ? -tie : tie) : one.key < other.key ? -way : way,
  );
  return keyed.slice(0, size).map(({ document }) => document);
}

/**
 * What matches, in the order of the tree, up to the end of the key that fills the page. Undefined where it is given up:
 * after so many documents, or where the tree does not hold them as a list is sorted.
 */
function walkedTo(page: Page, { filter, matches }: Lookup, lookAtMost = Infinity): Stored[] | undefined {
  const found: Stored[] = [];
  let looked = 0;
  for (const { key, data } of walkNodes(page.tree, rangeOf(filter[page.by]), page.way)) {
    if (!isListed(key)) return undefined;
    for (const document of data) {
      // Under each element of a list there is the document again.
      if (valueAt(document, page.by) !== key) return undefined;
      if (matches(document)) found.push(document);
    }
    if (found.length >= page.size) return found;
    looked += data.length;
    if (looked >= lookAtMost) return undefined;
  }
  return found;
}

/** The types among which NeDB's order is MongoDB's, and at whose ends are those that both have there. */
const isListed = (key: unknown): boolean => typeof key === "string" || typeof key === "number";

function filtered(documents: Iterable<Stored>, matches: (document: Stored) => boolean): Stored[] {
  const found = new Set<Stored>();
  for (const document of documents) if (matches(document)) found.add(document);
  return [...found];
}

/** What the most telling index finds, of those that are asked for equal text; of alternatives, what is found for each. */
function fewest(indexes: Indexes, specs: readonly IndexSpec[], filter: Filter): Stored[] | undefined {
  const fields = [["_id"], ...specs.map(nedbFields)];
  const found = fields.flatMap(([field = "", ...others]) => {
    const sought = others.length === 0 ? textsOf(filter[field]) : undefined;
    const index = indexes[field];
    return sought === undefined || index === undefined ? [] : [index.getMatching(sought)];
  });
  const either = (filter.$or as readonly Filter[] | undefined)?.map((each) => fewest(indexes, specs, each));
  if (either?.every((some) => some !== undefined)) found.push(either.flat());
  if (found.length > 0) return found.sort((one, other) => one.length - other.length)[0];
  // An index of several fields finds no document that has a list in one of them, so it comes last.
  const several = fields.find((some) => some.length > 1 && some.every((field) => typeof filter[field] === "string"));
  if (several === undefined) return undefined;
  return matching(indexes, Object.fromEntries(several.map((field) => [field, filter[field]])));
}

/** What the index of exactly these fields holds for these values, each a text, a number or a boolean. */
export function matching(indexes: Indexes, values: Readonly<Record<string, unknown>>): Stored[] {
  const fields = Object.keys(values).sort();
  return indexes[fields.join(",")]?.getMatching(fields.length === 1 ? values[fields[0] as string] : values) ?? [];
}

/** The text or texts that a field has to be equal to. */
function textsOf(expected: Filter[string] | undefined): string | readonly string[] | undefined {
  if (typeof expected === "string") return expected;
  const list = (expected as Condition | null | undefined)?.$in;
  return list?.every((value) => typeof value === "string") ? (list as string[]) : undefined;
}

/** Of the indexes of one field, what a range finds, where that is little. @param but the field that a page is sorted by */
function withinRange(indexes: Indexes, { filter, specs }: Lookup, but: string | undefined): Stored[] | undefined {
  for (const fields of [["_id"], ...specs.map(nedbFields)]) {
    const [field = ""] = fields;
    const range = rangeOf(filter[field]);
    const index = indexes[field];
    if (fields.length > 1 || field === but || index === undefined) continue;
    if (range.least === undefined && range.most === undefined) continue;
    const found: Stored[] = [];
    for (const document of walk(index.tree.tree, range)) if (found.push(document) > FEW) break;
    if (found.length <= FEW) return found;
  }
  return undefined;
}

/** Bounds, themselves included. */
interface Range {
  least?: string | number | undefined;
  most?: string | number | undefined;
}

function rangeOf(expected: Filter[string] | undefined): Range {
  if (typeof expected !== "object" || expected === null) return {};
  const { $gt, $gte, $lt, $lte } = expected as Condition;
  return { least: $gte ?? $gt, most: $lte ?? $lt };
}

/** The documents of a tree in the order of their keys, one after the other as they are asked for. */
function* walk(root: Node, range: Range = {}): Generator<Stored> {
  for (const { data } of walkNodes(root, range, 1)) yield* data;
}

function* walkNodes(root: Node, { least, most }: Range, way: 1 | -1): Generator<Node> {
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
    yield node;
    at = node[far];
  }
}

/** In NeDB's order among types: nothing, null, numbers, texts, the others. */
const rank = (key: unknown): number =>
  key == null ? 0 : typeof key === "number" ? 1 : typeof key === "string" ? 2 : 3;

const isBelow = (key: unknown, bound: Range["least"]): boolean =>
  bound !== undefined && (rank(key) === rank(bound) ? (key as typeof bound) < bound : rank(key) < rank(bound));

const isAbove = (key: unknown, bound: Range["most"]): boolean =>
  bound !== undefined && (rank(key) === rank(bound) ? (key as typeof bound) > bound : rank(key) > rank(bound));

/**
 * To take a document away, NeDB copies all others of its key: a millisecond where a hundred thousand have no customer, at
 * every change of one of them.
 */
export function removeQuickly(index: NedbIndex, field: string): void {
  const remove = index.remove.bind(index);
  index.remove = (document) => {
    const key = Array.isArray(document) ? undefined : valueAt(document, field);
    const same = key === null || isListed(key) ? index.getMatching(key) : [];
    const at = same.indexOf(document as Stored);
    const last = same.at(-1);
    if (at === -1 || same.length === 1 || last === undefined) return remove(document);
    same[at] = last;
    same.pop();
  };
}
