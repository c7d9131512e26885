import type { CapPeriod } from "@firstmatch/shared-types";
import { DateTime } from "luxon";

/** A calendar period as moments, `until` not included; null: it has no bounds. */
export interface Period {
  from: string | null;
  until: string | null;
}

const ALWAYS: Period = { from: null, until: null };

/**
 * The period that a moment lies in, by the local calendar: summer time makes a day 23 or 25 hours long, and the hour
 * that comes twice is two hours. Weeks begin on Monday.
 */
export function periodAt(per: CapPeriod, moment: number, timezone: string): Period {
  if (per === "total") return ALWAYS;
  const from = DateTime.fromMillis(moment, { zone: timezone }).startOf(per);
  const until = per === "hour" ? from.plus({ hours: 1 }) : from.plus({ [`${per}s`]: 1 }).startOf(per);
  return { from: from.toUTC().toISO(), until: until.toUTC().toISO() };
}

/** The local day, "2026-11-21". */
export const localDay = (moment: number, timezone: string): string =>
  DateTime.fromMillis(moment, { zone: timezone }).toFormat("yyyy-MM-dd");
