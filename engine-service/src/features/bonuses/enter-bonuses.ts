import { fromMinor } from "../../domain/minor-units.ts";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { nameOf } from "../partners/name-of.ts";
import { findProgram } from "../programs/change-program.ts";
import { RECORDING_UNLESS_SET, type StoredProgram } from "../programs/program-store.ts";
import { type Bonus, bonusesOf, bonusKey } from "./bonuses-of.ts";
import { spanOfMonth } from "./month.ts";

/**
 * Enters the bonuses of a month that is over into the ledger, payable at once. Each partner gets one for a month and
 * program: what was entered before stays, so it can be repeated after a failure.
 */
export async function enterBonuses(rooms: Rooms, id: string, month: string, doer: Doer): Promise<Bonus[]> {
  const program = await findProgram(rooms, id);
  const { tiers } = program.recording ?? RECORDING_UNLESS_SET;
  if (tiers !== "whole-month")
    throw conflict(
      `The program "${id}" pays tiers for what is beyond their step, so there are no bonuses; its setting for tiers must be whole-month.`,
    );
  const { until } = spanOfMonth(month, program);
  if (rooms.now().toISOString() < until)
    throw conflict(
      `The month ${month} is not over in the program's time zone; its bonuses can be entered from ${until} on.`,
    );
  const bonuses = await bonusesOf(rooms, program, month);
  await Promise.all(bonuses.map((bonus) => enter(rooms, program, month, bonus, doer)));
  return bonuses.map((bonus) => ({ ...bonus, entered: true }));
}

function enter(rooms: Rooms, program: StoredProgram, month: string, { partner, bonus }: Bonus, doer: Doer) {
  const { ledger } = rooms.conversions;
  const _id = bonusKey(program._id, month, partner);
  return rooms.journal.enter(program._id, {
    wants: [{ of: ledger, id: _id }],
    async run(set) {
      if ((await set.get(ledger, _id)) !== null) return;
      const now = rooms.now().toISOString();
      set.put(ledger, {
        ...{ _id, program: program._id, partner, conversion: null, kind: "bonus", at: now, ...doneBy(doer) },
        ...{ reason: `Bonus for ${month}`, payableFrom: now, count: 0, sale: 0, payout: bonus, fee: 0 },
      });
      const name = nameOf(rooms, partner);
      const amount = fromMinor(bonus, program.currency);
      rooms.lines.record(set, {
        ...doneBy(doer),
        thing: { kind: "partner", id: partner, name },
        ...{ program: program._id, partners: [partner] },
        sentence: `${name} gets a bonus of ${amount} ${program.currency} for ${month}`,
        ...{ before: null, after: { month, bonus: amount } },
      });
    },
  });
}
