/** Dates as conditions and events write them. Which moment a local one means is the time zone's business: see the engine. */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A day that every month has. */
const IN_ANY_MONTH = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])/;

/** `day`: 2026-11-20, the whole local day. `local`: with a time, in the terms' time zone. `instant`: with its own offset. */
export type DateForm = "day" | "local" | "instant";

/** The form of a real date; undefined for 2026-02-30, for "tomorrow", for anything that is no ISO 8601 date. */
export function dateForm(text: string): DateForm | undefined {
  const form = DAY.test(text) ? "day" : LOCAL.test(text) ? "local" : ZONED.test(text) ? "instant" : undefined;
  if (form === undefined) return undefined;
  if (!IN_ANY_MONTH.test(text) && !isDay(text.slice(0, 10))) return undefined;
  return Number.isNaN(Date.parse(form === "local" ? `${text}Z` : text)) ? undefined : form;
}

/** Date.parse rolls 30 February over to March instead of refusing it. */
function isDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text;
}

/** IANA name of a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
