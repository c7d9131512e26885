/**
 * The fewest entries that must move to turn one order into the other: all but the longest run that keeps its order.
 * Only entries that are in both lists count; the answer is in the new order.
 */
export function movedBetween(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = unlikeParts(before, after);
  const placeBefore = new Map(was.entries.map((id, at) => [id, at]));
  const kept = is.entries.filter((id) => placeBefore.has(id));
  const places = kept.map((id) => placeBefore.get(id) as number);
  const staying = longestRise(places);
  return kept.filter((_, at) => !staying.has(at));
}

/** A part of a list, and the place in the list where it begins. */
export interface ListPart<T> {
  from: number;
  entries: readonly T[];
}

/**
 * Two lists of entries that are there once, without those that both begin with and those that both end with: of
 * thousands that are mostly all but a few. Those left out have not moved.
 */
export function unlikeParts<T>(one: readonly T[], other: readonly T[]): [ListPart<T>, ListPart<T>] {
  const shorter = Math.min(one.length, other.length);
  let from = 0;
  while (from < shorter && one[from] === other[from]) from += 1;
  let atEnd = 0;
  while (atEnd < shorter - from && one[one.length - 1 - atEnd] === other[other.length - 1 - atEnd]) atEnd += 1;
  const part = (list: readonly T[]) => ({ from, entries: list.slice(from, list.length - atEnd) });
  return [part(one), part(other)];
}

/** The indexes of the longest rising subsequence, by patience sorting: n log n, so 100,000 groups do not hold up a page. */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) rise.add(at);
  return rise;
}
