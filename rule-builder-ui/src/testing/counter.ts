import type { Firstmatch } from "./firstmatch.ts";

type Service = Pick<Firstmatch, "fetchJson">;

/**
 * Counts what is planted in a service: 1, 2, … The files of the browser tests share one process, and in each of them
 * the first program is `program-1`, whichever ran before.
 */
export function counter(): (service: Service) => number {
  const planted = new WeakMap<Firstmatch["fetchJson"], number>();
  return ({ fetchJson }) => {
    const next = (planted.get(fetchJson) ?? 0) + 1;
    planted.set(fetchJson, next);
    return next;
  };
}
