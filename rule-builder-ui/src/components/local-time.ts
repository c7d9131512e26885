/** Moments as the form shows them: on the clock of the terms' time zone, whatever the browser's own zone is. */

const MINUTE = 60_000;

/** How far the zone's clock is ahead of UTC at that moment, in whole minutes. */
function offsetAt(moment: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const clock = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return Math.round((clock - moment) / MINUTE);
}

/**
 * "2026-11-20T05:00" on New York's clock → "2026-11-20T05:00:00-05:00". A time that the clock skips in spring is read
 * as the one an hour later; of one that it shows twice in autumn, the first is meant. What is no time, the year 12026 in
 * the browser's own spelling among it, stays as it was typed, for the service to refuse.
 */
export function toInstant(local: string, timezone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return local;
  const before = offsetAt(asUtc - 24 * 60 * MINUTE, timezone);
  const fits = (offset: number) => offsetAt(asUtc - offset * MINUTE, timezone) === offset;
  const after = offsetAt(asUtc + 24 * 60 * MINUTE, timezone);
  const offset = fits(before) ? before : fits(after) ? after : undefined;
  if (offset !== undefined) return print(asUtc, offset);
  return print(asUtc + (after - before) * MINUTE, after);
}

/** The moment on the zone's clock, as an input takes it; undefined for what is no moment. */
export function toLocal(instant: string, timezone: string): string | undefined {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) return undefined;
  return clockText(moment + offsetAt(moment, timezone) * MINUTE).replace(/:00$/, "");
}

/** @param clock what the clock shows, as if it were UTC */
function print(clock: number, offset: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const ahead = Math.abs(offset);
  return `${clockText(clock)}${offset < 0 ? "-" : "+"}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}

const clockText = (clock: number): string => new Date(clock).toISOString().slice(0, 19);
