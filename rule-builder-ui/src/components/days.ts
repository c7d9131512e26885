import { toLocal } from "./local-time.ts";

/** Days as texts, "2026-11-20": calendar days of whatever time zone is meant, so that no clock shifts them. */

const DAY_MS = 86_400_000;

/** The day that it is then on the clocks of the time zone. */
export const dayIn = (timezone: string, moment: Date): string =>
  (toLocal(moment.toISOString(), timezone) ?? "").slice(0, 10);

/** A negative count goes back. */
export const daysLater = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** Made when it is first used: to make one takes longer than everything else that is done when this file loads. */
function format(style: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= new Intl.DateTimeFormat("en", { ...style, timeZone: "UTC" });
    return made;
  };
}
const medium = format({ dateStyle: "medium" });
const withWeekday = format({ weekday: "short", month: "short", day: "numeric", year: "numeric" });
const brief = format({ month: "short", day: "numeric" });
const month = format({ month: "long", year: "numeric" });

/** `Fri, Nov 20, 2026` */
export const dayInWords = (day: string): string => withWeekday().format(Date.parse(day));
/** `Nov 20` */
export const shortDay = (day: string): string => brief().format(Date.parse(day));
/** `November 2026` */
export const monthInWords = (day: string): string => month().format(Date.parse(day));
/** `Nov 1 – 20, 2026` */
export const daysInWords = (from: string, until: string): string =>
  medium().formatRange(Date.parse(from), Date.parse(until));
