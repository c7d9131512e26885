import type { CapPeriod } from "@firstmatch/shared-types";
import { DateTime, type Zone } from "luxon";

/** A calendar period as moments, `until` not included; null: it has no bounds. */
export interface Period {
  from: string | null;
  until: string | null;
}

interface Bounds {
  start: number;
  end: number;
  period: Period;
}

const ALWAYS: Period = { from: null, until: null };

const HOUR = 3_600_000;

/** Luxon takes a fifth of a millisecond for the periods of one conversion, and most conversions lie in the same ones. */
const found = new Map<string, Bounds>();
const FOUND_AT_MOST = 10_000;

/**
 * The period that a moment lies in, by the local calendar: summer time makes a day 23 or 25 hours long, and the hour
 * that comes twice is two hours. Weeks begin on Monday.
 */
export function periodAt(per: CapPeriod, moment: number, timezone: string): Period {
  if (per === "total") return ALWAYS;
  const near = `${per} ${timezone} ${Math.floor(moment / HOUR)}`;
  const known = found.get(near);
  if (known !== undefined && known.start <= moment && moment < known.end) return known.period;
  const local = DateTime.fromMillis(moment, { zone: timezone });
  const [start, end] = per === "hour" ? hourOf(local) : daysOf(per, local);
  const period = { from: new Date(start).toISOString(), until: new Date(end).toISOString() };
  if (found.size >= FOUND_AT_MOST) found.clear();
  found.set(near, { start, end, period });
  return period;
}

/** Counted from the moment itself, since the local time alone does not tell the two hours of the same name apart. */
function hourOf(local: DateTime): [number, number] {
  const moment = local.toMillis();
  const start = moment - (local.minute * 60_000 + local.second * 1_000 + local.millisecond);
  const end = start + HOUR;
  return [clockSet(local.zone, start, moment) ?? start, clockSet(local.zone, moment, end - 1) ?? end];
}

/** When the clock is set between two moments, if it is: by half an hour on Lord Howe, which cuts an hour in two. */
function clockSet(zone: Zone, one: number, other: number): number | undefined {
  const before = zone.offset(one);
  if (zone.offset(other) === before) return undefined;
  let [last, first] = [one, other];
  while (first - last > 1) {
    const between = Math.floor((last + first) / 2);
    if (zone.offset(between) === before) last = between;
    else first = between;
  }
  return first;
}

function daysOf(per: "day" | "week" | "month", local: DateTime): [number, number] {
  const start = startOf(per, local);
  return [start.toMillis(), startOf(per, start.plus({ [`${per}s`]: 1 })).toMillis()];
}

/** Where the clock is set back at midnight or just after, midnight comes twice: the period begins with the first. */
function startOf(per: "day" | "week" | "month", local: DateTime): DateTime {
  const start = local.startOf(per);
  const before = start.minus({ milliseconds: 1 }).startOf(per);
  return before.toISODate() === start.toISODate() ? before : start;
}

/** The local day, "2026-11-21". */
export const localDay = (moment: number, timezone: string): string =>
  DateTime.fromMillis(moment, { zone: timezone }).toFormat("yyyy-MM-dd");
