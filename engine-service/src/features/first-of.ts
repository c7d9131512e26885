/** The first of those that are found one by one, without looking for more of them. */
export function firstOf<T>(count: number, found: Iterable<T>): T[] {
  const first: T[] = [];
  for (const one of found) {
    first.push(one);
    if (first.length === count) break;
  }
  return first;
}

export function countOf(found: Iterable<unknown>): number {
  let count = 0;
  for (const _ of found) count += 1;
  return count;
}
