import { setImmediate } from "node:timers/promises";

/** How long others wait at most for a piece of long work: less than a busy service takes for a round of its requests. */
const SLICE_MS = 2;

/** Does long work step by step, and lets others in between: whoever asks for a decision must not notice it. */
export async function inSlices<R>(work: Iterator<unknown, R>): Promise<R> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < until);
    await setImmediate();
  }
}

/** What is made of each entry of a list that may be long. */
export const mapInSlices = <T, R>(list: readonly T[], make: (entry: T, at: number) => R): Promise<R[]> =>
  inSlices(mapSteps(list, make));

function* mapSteps<T, R>(list: readonly T[], make: (entry: T, at: number) => R): Generator<void, R[]> {
  const made: R[] = [];
  for (const [at, entry] of list.entries()) {
    made.push(make(entry, at));
    yield;
  }
  return made;
}
