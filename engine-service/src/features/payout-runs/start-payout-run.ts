import type { NewPayoutRun } from "@firstmatch/shared-types";
import type { Caller } from "../../http/caller.ts";
import { conflict, fault, notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { balancesOf } from "./balances.ts";
import { cutOf } from "./cut-of.ts";
import { payoutRunKey, type StoredPayoutRun } from "./payout-run-store.ts";

type Started = { run: Omit<StoredPayoutRun, "seq">; started: boolean };

/** Starts a payout run, one at a time in a program. The same id again is the same run, however often it is sent. */
export async function startPayoutRun(
  rooms: Rooms,
  id: string,
  { id: run, until }: NewPayoutRun,
  by: Caller,
): Promise<Started> {
  const { payoutRuns, journal } = rooms;
  const program = await findProgram(rooms, id);
  const key = payoutRunKey(id, run);
  const before = await payoutRuns.find(id, run);
  if (before !== null) return same(before, until);
  const turnBefore = await payoutRuns.turns.documents.findOne({ _id: id });
  const now = rooms.now();
  const cut = await cutOf(rooms, program, until, now);
  if ((await balancesOf(rooms, id, cut)).due.length === 0) {
    // This very run, sent twice, may have been started and finished since by whoever took it first.
    const since = await payoutRuns.find(id, run);
    if (since !== null) return same(since, until);
    throw fault("/until", `finds nobody with anything to be paid by ${until}`);
  }

  const started = await journal.enter<Started | null>(id, {
    wants: [
      { of: payoutRuns.runs, id: key },
      { of: payoutRuns.turns, id },
    ],
    async run(set) {
      const there = await set.get(payoutRuns.runs, key);
      if (there !== null) return same(there, until);
      const turn = await set.get(payoutRuns.turns, id);
      if (turn !== null && turn.run !== null)
        throw conflict(`Another payout run, ${turn.run}, is under way in this program; start this one after it.`);
      // What was due just now, another run has paid since.
      if (turn?.last !== turnBefore?.last) return null;
      const startedAt = now.toISOString();
      const stored: Omit<StoredPayoutRun, "seq"> = {
        ...{ _id: key, program: id, run, until, before: cut, position: null, status: "running" },
        ...{ partners: 0, conversions: 0, payout: 0, currency: program.currency },
        ...{ startedAt, by: { id: by.id, name: by.name }, order: `${startedAt} ${run}` },
      };
      set.put(payoutRuns.runs, stored);
      set.put(payoutRuns.turns, { _id: id, run, last: turn?.last ?? null });
      return { run: stored, started: true };
    },
  });
  if (started === null) return startPayoutRun(rooms, id, { id: run, until }, by);
  if (started.started) void rooms.payoutRunner.look(rooms);
  return started;
}

export async function findPayoutRun(rooms: Rooms, program: string, run: string): Promise<StoredPayoutRun> {
  await findProgram(rooms, program);
  const found = await rooms.payoutRuns.find(program, run);
  if (found === null) throw notFound(`There is no payout run "${run}" in the program "${program}".`);
  return found;
}

function same(run: Started["run"], until: string): Started {
  if (run.until === until) return { run, started: false };
  throw conflict(`The id "${run.run}" is that of the payout run until ${run.until}; take a new one.`);
}
