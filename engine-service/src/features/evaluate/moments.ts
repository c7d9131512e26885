import { setTimeout as delay } from "node:timers/promises";
import type { Clock } from "../clock.ts";

/** How long an event waits for a change that is being stored; where the store is that slow, what is known must do. */
const WAIT_AT_MOST_MS = 2_000;

interface Change {
  from: number;
  settled: Promise<unknown>;
}

/**
 * Keeps the promise that asking again later gives the same answer (contract 5), within this process: no change takes
 * force at a moment that was answered for already, and an event at or after the moment of a change that is being
 * stored waits until it is known whether it was.
 */
export class Moments {
  private readonly now: Clock;
  /** The latest moment, not in the future, that was answered for. */
  private answered = 0;
  private given = 0;
  /** By program; under null those that concern all of them. */
  private readonly pending = new Map<string | null, Set<Change>>();

  constructor(now: Clock) {
    this.now = now;
  }

  /** Called when the answer for that moment is being chosen. */
  answering(moment: number): void {
    if (moment > this.answered && moment <= this.now().getTime()) this.answered = moment;
  }

  /** Now, or the moment of the latest change where the clock has not come to it yet. */
  present(): number {
    return Math.max(this.now().getTime(), this.given);
  }

  /**
   * Stores a change that is in force from a moment on, which it is given.
   *
   * @param program whose events it concerns; null: those of all programs
   */
  async change<T>(program: string | null, store: (from: string) => Promise<T>): Promise<T> {
    const from = Math.max(this.now().getTime(), this.answered + 1, this.given);
    this.given = from;
    const stored = store(new Date(from).toISOString());
    const change = { from, settled: stored.catch(() => undefined) };
    const pending = this.pending.get(program) ?? new Set();
    this.pending.set(program, pending.add(change));
    try {
      const result = await stored;
      // So that whoever is told of the change, and asks at once, meets it.
      const ahead = from - this.now().getTime();
      if (ahead > 0) await delay(ahead);
      return result;
    } finally {
      pending.delete(change);
      if (pending.size === 0) this.pending.delete(program);
    }
  }

  /** Waits for the changes that may concern an event of that moment; undefined where there are none. */
  settled(program: string, moment: number): Promise<unknown> | undefined {
    if (this.pending.size === 0) return undefined;
    const changes = [program, null]
      .flatMap((of) => [...(this.pending.get(of) ?? [])])
      .filter(({ from }) => from <= moment);
    if (changes.length === 0) return undefined;
    const limit = new AbortController();
    const all = Promise.all(changes.map(({ settled }) => settled)).finally(() => limit.abort());
    return Promise.race([all, delay(WAIT_AT_MOST_MS, undefined, { signal: limit.signal }).catch(() => undefined)]);
  }
}
