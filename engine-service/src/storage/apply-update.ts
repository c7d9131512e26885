import type { Stored, Update } from "./collection.ts";
import { isContainer } from "./language.ts";

/**
 * The document after an update, for the embedded engine; the given one stays as it is.
 *
 * Written here because mingo's and NeDB's own updaters pass over what MongoDB refuses ($inc of a text, $push to a
 * null, a path through a number): a caller's mistake would show only in production.
 */
export function applyUpdate<T extends Stored>(document: T, update: Update, inserting = false): T {
  const next = structuredClone(document);
  const set = { ...update.$set, ...(inserting && update.$setOnInsert) };
  for (const [path, value] of Object.entries(set)) put(next, path, () => structuredClone(value));
  for (const [path, by] of Object.entries(update.$inc ?? {})) {
    put(next, path, (held = 0) => {
      if (typeof held !== "number") throw new TypeError(`$inc of "${path}", which is not a number`);
      return held + by;
    });
  }
  for (const [path, element] of Object.entries(update.$push ?? {})) {
    put(next, path, (held = []) => [...list(held, "$push", path), structuredClone(element)]);
  }
  for (const [path, element] of Object.entries(update.$pull ?? {})) {
    const spot = find(next, path, false);
    const held = spot?.in[spot.name];
    if (spot && held !== undefined) spot.in[spot.name] = list(held, "$pull", path).filter((one) => one !== element);
  }
  for (const path of Object.keys(update.$unset ?? {})) {
    const spot = find(next, path, false);
    if (Array.isArray(spot?.in)) throw new TypeError(`$unset of "${path}", which is an element of an array`);
    if (spot) delete spot.in[spot.name];
  }
  return next;
}

/** An upsert's start, whose keys may be dotted paths, as a document. */
export function unfolded(seed: Stored): Stored {
  const { _id, ...rest } = seed;
  return applyUpdate({ _id }, { $set: rest });
}

function put(root: object, path: string, change: (held: unknown) => unknown): void {
  const spot = find(root, path, true);
  if (spot) spot.in[spot.name] = change(Object.hasOwn(spot.in, spot.name) ? spot.in[spot.name] : undefined);
}

/** Where a path ends: the object and the field's name. `make` creates the objects missing on the way. */
function find(root: object, path: string, make: boolean) {
  const names = path.split(".");
  const name = names.pop() as string;
  let at = root as Record<string, unknown>;
  for (const step of names) {
    let below = Object.hasOwn(at, step) ? at[step] : undefined;
    if (below === undefined && make && !Array.isArray(at)) {
      below = {};
      at[step] = below;
    }
    if (!isContainer(below)) {
      if (make) throw new TypeError(`"${path}" leads through "${step}", which is not an object`);
      return null;
    }
    at = below;
  }
  if (Array.isArray(at) && make && !Object.hasOwn(at, name)) throw new TypeError(`"${path}" is outside of its array`);
  return { in: at, name };
}

function list(held: unknown, operator: string, path: string): unknown[] {
  if (!Array.isArray(held)) throw new TypeError(`${operator} of "${path}", which is not an array`);
  return held;
}
