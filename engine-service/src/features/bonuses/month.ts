import { DateTime } from "luxon";
import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";
import type { StoredProgram } from "../programs/program-store.ts";

const AT_ONCE = 500;

/** When a month begins, and the next one, in the program's time zone; in UTC. */
export function spanOfMonth(month: string, { timezone }: Pick<StoredProgram, "timezone">) {
  const from = DateTime.fromISO(`${month}-01`, { zone: timezone });
  const until = from.plus({ months: 1 }).startOf("month");
  return { from: from.toUTC().toISO() as string, until: until.toUTC().toISO() as string };
}

/** "2026-02" → "2026-02-28" */
export const lastDay = (month: string): string =>
  DateTime.fromISO(`${month}-01`, { zone: "utc" }).endOf("month").toFormat("yyyy-MM-dd");

/** The month's conversions whose decision looked at the partner's past, and of which something is left. */
export async function* conversionsOf(
  { conversions }: Rooms,
  program: StoredProgram,
  month: string,
): AsyncGenerator<StoredConversion> {
  const { from, until } = spanOfMonth(month, program);
  for (let last: StoredConversion | undefined; ; ) {
    const some = await conversions.conversions.documents.find(
      {
        ...{ program: program._id, status: "payable", "recalled.past": { $ne: null } },
        occurredAt: { $gte: last?.occurredAt ?? from, $lt: until },
        ...(last !== undefined && { $or: [{ occurredAt: { $gt: last.occurredAt } }, { _id: { $gt: last._id } }] }),
      },
      { sort: { occurredAt: 1, _id: 1 }, limit: AT_ONCE },
    );
    yield* some;
    if (some.length < AT_ONCE) return;
    last = some.at(-1);
  }
}
