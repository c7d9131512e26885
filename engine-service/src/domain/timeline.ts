/** A value, and the moment from which it holds. */
export interface From<T> {
  from: string;
  value: T;
}

/** What held along time, the earlier first. Entries that are in force are never edited, so old events can be decided again. */
export type Held<T> = readonly From<T>[];

/** What holds at a moment, in milliseconds; undefined before the first entry. */
export function heldAt<T>(held: Held<T>, moment: number): T | undefined {
  return held.length === 0 ? undefined : held[beginnings(held).findLastIndex((from) => from <= moment)]?.value;
}

const read = new WeakMap<Held<unknown>, readonly number[]>();

/** When the entries begin, in milliseconds. Every decision asks half a dozen lists; to read their dates takes longest. */
function beginnings(held: Held<unknown>): readonly number[] {
  const known = read.get(held);
  if (known?.length === held.length) return known;
  const from = held.map((entry) => Date.parse(entry.from));
  read.set(held, from);
  return from;
}

/** With one entry more; of two for the same moment, the newer one holds. */
export function withEntry<T>(held: Held<T>, entry: From<T>): From<T>[] {
  const place = held.findLastIndex(({ from }) => from <= entry.from) + 1;
  return [...held.slice(0, place), entry, ...held.slice(place)];
}

/** With what holds from now on; never before the last entry, which another process may have made by a clock that is ahead. */
export function withLatest<T>(held: Held<T>, { from, value }: From<T>): From<T>[] {
  const last = held.at(-1)?.from ?? from;
  return [...held, { from: last > from ? last : from, value }];
}

/** Those that will take force. */
export const planned = <T>(held: Held<T>, now: number): From<T>[] => held.filter(({ from }) => Date.parse(from) > now);
