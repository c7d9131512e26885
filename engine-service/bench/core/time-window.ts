import type { Contender, Winner } from "../contenders/contender.ts";
import { stopwatch } from "./stopwatch.ts";

export interface TimeWindow {
  /** Microseconds a decision. */
  micros: number;
  /** How many of the events a group paid; counted so that no compiler can leave the work out. */
  hits: number;
}

export interface WindowSettings {
  /** How many events there are to decide, over and over. */
  events: number;
  /** Which comes first, so that short windows do not all see the same few. */
  from: number;
  ms: number;
  /** How many are under way together; only those that answer by a promise can be asked so. */
  atOnce?: number | undefined;
}

/** How long to go on before looking at the clock, which costs something too. */
const BETWEEN_LOOKS_MS = 1;

/** Decides event after event for a while. */
export async function timeWindow(contender: Contender, settings: WindowSettings): Promise<TimeWindow> {
  const { events, from, ms, atOnce = 1 } = settings;
  let [at, decisions, hits] = [from % events, 0, 0];
  const next = () => {
    at = at + 1 === events ? 0 : at + 1;
    decisions += 1;
    return contender.winner(at);
  };
  const count = (winner: Winner) => {
    if (winner !== null) hits += 1;
  };
  const took = stopwatch();
  const over = () => took() >= ms;
  const first = next();
  if (first instanceof Promise) {
    count(await first);
    const chain = async () => {
      while (!over()) count(await next());
    };
    await Promise.all(Array.from({ length: atOnce }, chain));
  } else {
    // As many between two looks as take a moment, found by doubling.
    let batch = 1;
    while (!over()) {
      const looked = performance.now();
      for (let nth = 0; nth < batch; nth++) count(next() as Winner);
      if (performance.now() - looked < BETWEEN_LOOKS_MS / 2) batch *= 2;
    }
  }
  return { micros: (took() * 1_000) / decisions, hits };
}
