import { dateForm } from "@firstmatch/shared-types";
import { DateTime } from "luxon";

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
  const form = dateForm(text);
  if (form === undefined) return undefined;
  if (form === "day") {
    const day = DateTime.fromISO(text, { zone: timezone }).startOf("day");
    // A zone that crosses the date line leaves a day out: Luxon reads it as the day after, but nothing happened on it.
    const to = day.toISODate() === text ? day.plus({ days: 1 }).startOf("day") : day;
    return { from: day.toMillis(), to: to.toMillis() };
  }
  const moment = DateTime.fromISO(text, { zone: timezone }).toMillis();
  return { from: moment, to: moment + 1 };
}

/** The local day of the week and hour of a moment. */
export function localClock(moment: string, timezone: string): { dayOfWeek: string; hourOfDay: string } {
  const local = DateTime.fromISO(moment, { zone: timezone, locale: "en" });
  return { dayOfWeek: local.toFormat("cccc"), hourOfDay: String(local.hour) };
}
