import { dateForm, momentOf, quickMoment } from "@firstmatch/shared-types";
import { DateTime, Info, type Zone } from "luxon";

/** A stretch of time in milliseconds since 1970, `to` not included. A moment is a stretch of one millisecond. */
export interface Span {
  from: number;
  to: number;
}

/**
 * What a date means in a time zone: a day covers that whole local day, which summer time makes 23 or 25 hours long;
 * a date with a time is a moment. Undefined when the text is no date.
 */
export function spanOf(text: string, timezone: string): Span | undefined {
  const quick = quickMoment(text);
  if (!Number.isNaN(quick)) return { from: quick, to: quick + 1 };
  const form = dateForm(text);
  if (form === undefined) return undefined;
  if (form === "day") return daySpan(text, timezone);
  const moment = DateTime.fromISO(text, { zone: timezone }).toMillis();
  return { from: moment, to: moment + 1 };
}

function daySpan(text: string, timezone: string): Span {
  const midnight = quickMoment(`${text}T00:00:00Z`);
  const [from, to] = [plainStart(midnight, timezone), plainStart(midnight + DAY, timezone)];
  if (from !== undefined && to !== undefined) return { from, to };
  const day = DateTime.fromISO(text, { zone: timezone }).startOf("day");
  // A zone that crosses the date line leaves a day out: Luxon reads it as the day after, but nothing happened on it.
  const next = day.toISODate() === text ? day.plus({ days: 1 }).startOf("day") : day;
  return { from: day.toMillis(), to: next.toMillis() };
}

/**
 * When a local day begins, in a fifth of the time that the calendar takes: terms that name hundreds of days are waited for.
 * Undefined where the clocks are changed within two days, which may leave no midnight, or two: there the calendar knows.
 *
 * @param midnight of the day in UTC
 */
function plainStart(midnight: number, timezone: string): number | undefined {
  if (Number.isNaN(midnight)) return undefined;
  const offset = offsetAt(midnight, timezone);
  const start = midnight - offset * MINUTE;
  const isPlain =
    Number.isInteger(start) && [-2, 0, 2].every((days) => offsetAt(start + days * DAY, timezone) === offset);
  return isPlain ? start : undefined;
}

/** The local day of the week and hour of a moment. @param moment with its own offset */
export function localClock(moment: string, timezone: string): { dayOfWeek: string; hourOfDay: string } {
  const at = momentOf(moment);
  const offset = offsetAt(at, timezone);
  // A date whose UTC is the local time.
  const local = new Date(at + offset * MINUTE);
  return { dayOfWeek: DAYS[local.getUTCDay()] as string, hourOfDay: String(local.getUTCHours()) };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** Hours of one zone whose offset is remembered: more than a year. */
const REMEMBERED = 10_000;

/** By time zone: its offset from UTC in minutes, by hours since 1970; null where it changes within the hour. */
const zones = new Map<string, { zone: Zone; hours: Map<number, number | null> }>();

/** Asking for the offset costs microseconds, and events of one hour, which mostly come together, have the same. */
function offsetAt(moment: number, timezone: string): number {
  let known = zones.get(timezone);
  if (known === undefined) {
    known = { zone: Info.normalizeZone(timezone), hours: new Map() };
    zones.set(timezone, known);
  }
  const { zone, hours } = known;
  const hour = Math.floor(moment / HOUR);
  let offset = hours.get(hour);
  if (offset === undefined) {
    const [first, next] = [zone.offset(hour * HOUR), zone.offset((hour + 1) * HOUR)];
    offset = first === next ? first : null;
    if (hours.size >= REMEMBERED) hours.clear();
    hours.set(hour, offset);
  }
  return offset ?? zone.offset(moment);
}
