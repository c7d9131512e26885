import { DateTime } from "luxon";
import type { Doer } from "../features/doer.ts";
import { startPayoutRun } from "../features/payout-runs/start-payout-run.ts";
import type { Rooms } from "../wire.ts";
import { ACME } from "./acme-outfitters.ts";

/** So that some of the month is paid, some payable, and some still held. */
const PAID_UNTIL_DAYS_AGO = 14;

/** Pays what had become payable two weeks ago, and waits until it is done. */
export async function plantPayoutRun(rooms: Rooms, { by }: Doer): Promise<void> {
  const today = DateTime.fromJSDate(rooms.now(), { zone: ACME.timezone });
  const until = today.minus({ days: PAID_UNTIL_DAYS_AGO }).toISODate() as string;
  await startPayoutRun(rooms, ACME.id, { id: "demo-run", until }, { ...by, role: "admin", partner: null });
  await rooms.payoutRunner.look(rooms);
  await rooms.payoutRunner.idle();
}
