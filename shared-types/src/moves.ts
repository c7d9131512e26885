/**
 * The fewest entries that must move to turn one order into the other: all but the longest run that keeps its order.
 * Only entries that are in both lists count; the answer is in the new order.
 */
export function movedBetween(before: readonly string[], after: readonly string[]): string[] {
  // Those that both begin with, and those that both end with, stay: mostly all but a few of thousands.
  const [begin, end] = [sameAtStart(before, after), sameAtEnd(before, after)];
  const placeBefore = new Map(before.slice(begin, before.length - end).map((id, at) => [id, at]));
  const kept = after.slice(begin, after.length - end).filter((id) => placeBefore.has(id));
  const places = kept.map((id) => placeBefore.get(id) as number);
  const staying = longestRise(places);
  return kept.filter((_, at) => !staying.has(at));
}

function sameAtStart(before: readonly string[], after: readonly string[]): number {
  let count = 0;
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1;
  return count;
}

function sameAtEnd(before: readonly string[], after: readonly string[]): number {
  let count = 0;
  while (before.at(-1 - count) !== undefined && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
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
