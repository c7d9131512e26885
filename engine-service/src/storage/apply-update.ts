import type { Stored, Update } from "./collection.ts";
import { isContainer } from "./language.ts";

/**
 * The document after an update, for the embedded engine; the given one stays as it is, and what the update does not
 * touch is in both. Values come frozen (see checkedUpdate), and so does the document.
 *
 * Written here because mingo's and NeDB's own updaters pass over what MongoDB refuses ($inc of a text, $push to a
 * null, a path through a number): a caller's mistake would show only in production.
 */
export function applyUpdate<T extends Stored>(document: T, update: Update, inserting = false): T {
  const next = new Fresh(document);
  const set = { ...update.$set, ...(inserting && update.$setOnInsert) };
  for (const [path, value] of Object.entries(set)) next.put(path, () => value);
  for (const [path, by] of Object.entries(update.$inc ?? {})) {
    next.put(path, (held = 0) => {
      if (typeof held !== "number") throw new TypeError(`$inc of "${path}", which is not a number`);
      return held + by;
    });
  }
  for (const [path, element] of Object.entries(update.$push ?? {})) {
    next.put(path, (held = []) => Object.freeze([...list(held, "$push", path), element]));
  }
  for (const [path, element] of Object.entries(update.$pull ?? {})) {
    const spot = next.find(path, false);
    const held = spot?.in[spot.name];
    if (spot && held !== undefined)
      spot.in[spot.name] = Object.freeze(list(held, "$pull", path).filter((one) => one !== element));
  }
  for (const path of Object.keys(update.$unset ?? {})) {
    const spot = next.find(path, false);
    if (Array.isArray(spot?.in)) throw new TypeError(`$unset of "${path}", which is an element of an array`);
    if (spot) delete spot.in[spot.name];
  }
  return next.frozen();
}

/** An upsert's start, whose keys may be dotted paths, as a document. */
export function unfolded(seed: Stored): Stored {
  const { _id, ...rest } = seed;
  return applyUpdate({ _id }, { $set: rest });
}

type Container = Record<string, unknown>;

/** A document on its way to its next state: the containers on the paths that change are copies, the others are shared. */
class Fresh<T extends Stored> {
  private readonly root: Container;
  private readonly copies: Set<object>;

  constructor(document: T) {
    this.root = { ...document } as unknown as Container;
    this.copies = new Set([this.root]);
  }

  put(path: string, change: (held: unknown) => unknown): void {
    const spot = this.find(path, true);
    if (spot) spot.in[spot.name] = change(Object.hasOwn(spot.in, spot.name) ? spot.in[spot.name] : undefined);
  }

  /** Where a path ends: the object and the field's name. `make` creates the objects missing on the way. */
  find(path: string, make: boolean) {
    const names = path.split(".");
    const name = names.pop() as string;
    let at = this.root;
    for (const step of names) {
      let below = Object.hasOwn(at, step) ? at[step] : undefined;
      if (below === undefined && make && !Array.isArray(at)) below = {};
      if (!isContainer(below)) {
        if (make) throw new TypeError(`"${path}" leads through "${step}", which is not an object`);
        return null;
      }
      at[step] = this.own(below);
      at = at[step] as Container;
    }
    if (Array.isArray(at) && make && !Object.hasOwn(at, name)) throw new TypeError(`"${path}" is outside of its array`);
    return { in: at, name };
  }

  frozen(): T {
    for (const copy of this.copies) Object.freeze(copy);
    return this.root as unknown as T;
  }

  private own(held: Container): Container {
    if (this.copies.has(held)) return held;
    const copy = Array.isArray(held) ? ([...held] as unknown as Container) : { ...held };
    this.copies.add(copy);
    return copy;
  }
}

function list(held: unknown, operator: string, path: string): unknown[] {
  if (!Array.isArray(held)) throw new TypeError(`${operator} of "${path}", which is not an array`);
  return held;
}
