import { fault } from "../../http/problem.ts";

/** Whole local days, both included. */
export interface Period {
  from: string;
  until: string;
}

/** Three years and a bit; every day is a line of the report. */
export const DAYS_AT_MOST = 1_100;

const DAY_MS = 86_400_000;

/** Every day from one to the other, "2026-11-21". Days of the calendar, whatever the clocks do. */
export function daysOf({ from, until }: Period): string[] {
  if (from > until) throw fault("/until", `must not be before from, ${from}; ${until} is`);
  const first = Date.parse(from);
  const count = (Date.parse(until) - first) / DAY_MS + 1;
  if (count > DAYS_AT_MOST)
    throw fault("/until", `is ${count} days after from; a report covers at most ${DAYS_AT_MOST} days`);
  return Array.from({ length: count }, (_, at) => new Date(first + at * DAY_MS).toISOString().slice(0, 10));
}

export const monthsOf = (days: readonly string[]): string[] => [...new Set(days.map((day) => day.slice(0, 7)))];
