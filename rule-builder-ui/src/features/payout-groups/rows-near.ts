/** Places in a list, from the first to the one behind the last. */
export interface Places {
  from: number;
  to: number;
}

/** The rows in sight, found by halves: to measure a thousand would be felt. */
function rowsInSight({ children }: HTMLElement): Places {
  const firstBelow = (y: number) => {
    let [low, high] = [0, children.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return { from: firstBelow(0), to: Math.min(firstBelow(window.innerHeight) + 1, children.length) };
}

/** Rows above and below those in sight, for what comes into sight with the next turn of the wheel. */
const MORE = 20;

/** The rows in sight with some more; the same places as before, as long as they still hold a few more. */
export function rowsNear(list: HTMLElement, before?: Places): Places {
  const { from, to } = rowsInSight(list);
  const enough = (more: number): Places => ({
    from: Math.max(0, from - more),
    to: Math.min(list.children.length, to + more),
  });
  const least = enough(MORE / 2);
  return before !== undefined && before.from <= least.from && before.to >= least.to ? before : enough(MORE);
}
