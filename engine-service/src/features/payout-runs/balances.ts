import { localDay } from "../../domain/cap-period.ts";
import { spanOf } from "../../domain/local-time.ts";
import { fault } from "../../http/problem.ts";
import type { Filter } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";

/** What a partner is owed, in minor units, and for how many conversions; below zero where more was taken back than earned. */
export interface Balance {
  partner: string;
  payout: number;
  conversions: number;
}

export interface Balances {
  /** To be paid, in the order of the partners' ids. */
  due: Balance[];
  /** Zero or below: nothing is paid, and it stays for the next run. */
  carriedOver: Balance[];
}

/**
 * What partners are owed: all that became payable before a moment, less all that was ever paid. Nobody is paid for
 * conversions that belong to no partner.
 *
 * @param position counts only what batches of the journal before this one entered
 */
export async function balancesOf(
  { conversions }: Pick<Rooms, "conversions">,
  program: string,
  before: string,
  position?: number,
): Promise<Balances> {
  const match: Filter = {
    program,
    $or: [{ payableFrom: { $lt: before } }, { kind: "paid" }],
    ...(position !== undefined && { seq: { $lt: position } }),
  };
  const sums = await conversions.ledger.documents.aggregate<{ _id: string | null; payout: number; count: number }>([
    { $match: match },
    { $group: { _id: "$partner", payout: { $sum: "$payout" }, count: { $sum: "$count" } } },
    { $sort: { _id: 1 } },
  ]);
  const balances = sums.flatMap(({ _id, payout, count }): Balance[] =>
    _id === null || (payout === 0 && count === 0) ? [] : [{ partner: _id, payout, conversions: count }],
  );
  return {
    due: balances.filter(({ payout }) => payout > 0),
    carriedOver: balances.filter(({ payout }) => payout <= 0),
  };
}

/**
 * The moment before which something must be payable to be paid up to the end of a local day: never later than now, since
 * nobody knows what is taken back until then.
 */
export function payableBefore(until: string, { timezone }: Pick<StoredProgram, "timezone">, now: Date): string {
  const today = localDay(now.getTime(), timezone);
  if (until > today)
    throw fault("/until", `must be today, ${today} in the program's time zone, or an earlier day, not ${until}`);
  const end = spanOf(until, timezone)?.to ?? 0;
  return new Date(Math.min(end, now.getTime() + 1)).toISOString();
}
