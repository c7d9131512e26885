import { movedBetween, unlikeParts } from "./moves.ts";

/** One difference between two terms documents. */
export interface TermsChange {
  /** Where it is in the newer document; left out for what is no longer there. */
  pointer?: string;
  eventType?: string;
  groupId?: string;
  kind: "added" | "removed" | "changed" | "moved";
  sentence: string;
}

/** A change before it says whose it is: `the payout was …, is now …`. Pointers are relative to their owner. */
export type Difference = Pick<TermsChange, "kind" | "pointer"> & { text: string };

/** `the level was order, is now item`, or nothing. */
export const fieldDifference = (what: string, was: string, is: string, pointer: string): Difference[] =>
  was === is ? [] : [{ kind: "changed", pointer, text: `${what} was ${was}, is now ${is}` }];

interface ListWords<T> {
  idOf: (entry: T) => string;
  /** What a place in the list is called: rank, place. */
  place: string;
  added: (entry: T) => string;
  changed: (before: T, after: T) => Difference[];
}

/** A difference of one entry of a list; `entry` is the newer one, or the one that is gone. */
export interface EntryDifference<T> {
  entry: T;
  at: number;
  difference: Difference;
}

/**
 * What was removed, then, in the new order, what was added, moved (as few as possible) and changed. In steps, so that
 * whoever has to answer meanwhile can be let in between.
 */
export function* listDifferences<T>(
  before: readonly T[],
  after: readonly T[],
  words: ListWords<T>,
): Generator<void, EntryDifference<T>[]> {
  const { idOf, place } = words;
  const [{ from: begin, entries: was }, { entries: is }] = unlikeParts(before, after);
  const placesBefore = new Map(was.map((entry, at) => [idOf(entry), begin + at]));
  const idsAfter = is.map(idOf);
  yield;
  const moved = new Set(movedBetween(was.map(idOf), idsAfter));
  yield;
  const stays = new Set(idsAfter);
  const removed = was.flatMap((entry, at) =>
    stays.has(idOf(entry))
      ? []
      : [{ entry, at: begin + at, difference: { kind: "removed" as const, text: "removed" } }],
  );
  yield;
  const others: EntryDifference<T>[] = [];
  for (const [nth, entry] of is.entries()) {
    const at = begin + nth;
    const from = placesBefore.get(idOf(entry));
    const differences: Difference[] = [];
    if (from === undefined) {
      differences.push({ kind: "added", pointer: "", text: `added at ${place} ${at + 1}: ${words.added(entry)}` });
    } else {
      if (moved.has(idOf(entry))) {
        const text = `moved from ${place} ${from + 1} to ${place} ${at + 1}`;
        differences.push({ kind: "moved", pointer: "", text });
      }
      // Most of a long list is often the same objects; nothing of them is worth a look.
      if (before[from] !== entry) differences.push(...words.changed(before[from] as T, entry));
    }
    for (const difference of differences) others.push({ entry, at, difference });
    yield;
  }
  return [...removed, ...others];
}
