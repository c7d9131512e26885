import type { HistoryEntry } from "@firstmatch/shared-types";

/** Changes that a list shows as one line: the autosaves of somebody who is at work on a draft. */
export type Fold = [HistoryEntry, ...HistoryEntry[]];

/** Who pauses for longer has begun anew. */
const PAUSE_MS = 10 * 60_000;

/** The entries in their order, the newest first; neighbours of one session together. */
export function foldEntries(entries: readonly HistoryEntry[]): Fold[] {
  return grouped(entries, goTogether);
}

/** Folds of one day together. @param dayOf as it is shown */
export const byDay = (folds: readonly Fold[], dayOf: (at: string) => string): [Fold, ...Fold[]][] =>
  grouped(folds, ([newer], [older]) => dayOf(newer.at) === dayOf(older.at));

/** Neighbours that belong together; the order stays. */
function grouped<T>(items: readonly T[], together: (one: T, next: T) => boolean): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last !== undefined && together(last.at(-1) as T, item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

const goTogether = (newer: HistoryEntry, older: HistoryEntry): boolean =>
  isDraftChange(newer) &&
  isDraftChange(older) &&
  newer.thing.id === older.thing.id &&
  newer.program === older.program &&
  newer.by.id === older.by.id &&
  Date.parse(newer.at) - Date.parse(older.at) <= PAUSE_MS;

/** Terms that were neither made nor removed. */
const isDraftChange = ({ thing, before, after }: HistoryEntry): boolean =>
  thing.kind === "terms" && before !== null && after !== null;
