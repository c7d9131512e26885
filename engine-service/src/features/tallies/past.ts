import type { PastFactKey } from "@firstmatch/shared-types";
import { DateTime } from "luxon";
import { fromMinor } from "../../domain/minor-units.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { type PartnerTally, partnerTallyKey, type TallyStore } from "./tally-store.ts";

/** Tallies by their ids, from the store or as a batch of the journal leaves them; those that are not there are left out. */
export type ReadTallies = (ids: readonly string[]) => Promise<readonly PartnerTally[]>;

export const talliesIn =
  ({ partners }: TallyStore): ReadTallies =>
  (ids) =>
    partners.documents.find({ _id: { $in: [...ids] } });

export const talliesOf =
  (set: WorkingSet, { partners }: TallyStore): ReadTallies =>
  async (ids) => {
    await set.load(ids.map((id) => ({ of: partners, id })));
    const found = await Promise.all(ids.map((id) => set.get(partners, id)));
    return found.filter((tally) => tally !== null);
  };

/** The day and as many before it. */
const DAYS = 30;

/** The partner's tallies that tell what it reached by a local day: public and private, of up to three months and in all. */
export const pastTallies = (program: string, partner: string, day: string): string[] =>
  [...monthsUpTo(day), "all"].flatMap((month) =>
    [false, true].map((isPrivate) => partnerTallyKey(program, month, isPrivate, partner)),
  );

/**
 * What a partner reached in a program by what is recorded so far, seen from a local day: its month and its thirty days
 * are those of the calendar there. Rejected and KPI conversions do not count, nor does what was reversed; sales are in
 * major units of the program's currency.
 *
 * @param day in the program's time zone, "2026-11-21"
 */
export async function pastOf(
  read: ReadTallies,
  { _id, currency }: Pick<StoredProgram, "_id" | "currency">,
  partner: string,
  day: string,
): Promise<Record<PastFactKey, string>> {
  const tallies = await read(pastTallies(_id, partner, day));
  const since = firstOf(day);
  const within = (counts: (month: string, day: string) => boolean) => {
    const days = tallies.flatMap(({ month, days }) =>
      Object.entries(days).flatMap(([at, tally]) => (counts(month, at) ? [tally] : [])),
    );
    return {
      conversions: String(days.reduce((sum, { conversions }) => sum + conversions, 0)),
      sales: fromMinor(
        days.reduce((sum, { sale }) => sum + sale, 0),
        currency,
      ),
    };
  };
  const all = within((month) => month === "all");
  const ofMonth = within((month) => month === day.slice(0, 7));
  const ofDays = within((month, at) => month !== "all" && `${month}-${at}` >= since && `${month}-${at}` <= day);
  return {
    partnerConversions: all.conversions,
    partnerConversionsThisMonth: ofMonth.conversions,
    partnerConversionsLast30Days: ofDays.conversions,
    partnerRevenue: all.sales,
    partnerRevenueThisMonth: ofMonth.sales,
    partnerRevenueLast30Days: ofDays.sales,
  };
}

const firstOf = (day: string): string => shifted(day, { days: 1 - DAYS });

const shifted = (day: string, by: { days?: number; months?: number }): string =>
  DateTime.fromISO(day, { zone: "utc" }).plus(by).toFormat("yyyy-MM-dd");

function monthsUpTo(day: string): string[] {
  const first = firstOf(day).slice(0, 7);
  const months: string[] = [];
  for (let month = day.slice(0, 7); month >= first; month = shifted(`${month}-01`, { months: -1 }).slice(0, 7))
    months.push(month);
  return months;
}
