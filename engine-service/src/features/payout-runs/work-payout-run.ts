import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";
import { type Balance, balancesOf } from "./balances.ts";
import { payoutRunDeed } from "./payout-run-deed.ts";
import { paidKey, type StoredPayoutRun } from "./payout-run-store.ts";

/** Partners, or conversions, that are seen to together. */
const AT_ONCE = 100;

/**
 * Carries a payout run out. What it pays follows from the ledger as it was when the run started, so whoever goes on with
 * it, after a crash or beside another process, works out the same; and whatever is done already is passed over.
 *
 * @param goesOn false: leave the rest to whoever comes next
 */
export async function workPayoutRun(rooms: Rooms, run: StoredPayoutRun, goesOn: () => boolean): Promise<void> {
  const position = run.position ?? run.seq;
  const { due } = await balancesOf(rooms, run.program, run.before, position);
  await change(rooms, run, {
    ...{ position, partners: due.length },
    conversions: due.reduce((sum, { conversions }) => sum + conversions, 0),
    payout: due.reduce((sum, { payout }) => sum + payout, 0),
  });
  for (let at = 0; at < due.length; at += AT_ONCE) {
    if (!goesOn()) return;
    await Promise.all(due.slice(at, at + AT_ONCE).map((balance) => pay(rooms, run, balance)));
  }
  const paid = new Set(due.map(({ partner }) => partner));
  for await (const conversions of unmarked(rooms, run)) {
    if (!goesOn()) return;
    const taken = await takenOf(rooms, run, position, conversions);
    const mine = conversions.filter(({ _id, partner }) => paid.has(partner ?? "") && taken.has(_id));
    await Promise.all(mine.map((conversion) => mark(rooms, run, conversion)));
  }
  await change(rooms, run, { status: "finished" });
}

/** While it is running; with its end comes the line in the history, and the next run's turn. */
function change(
  { journal, payoutRuns, lines }: Rooms,
  { _id, program }: StoredPayoutRun,
  set: Partial<StoredPayoutRun>,
) {
  return journal.enter(program, {
    wants: [{ of: payoutRuns.runs, id: _id }],
    async run(batch) {
      const before = await batch.get(payoutRuns.runs, _id);
      if (before === null) throw new Error(`the payout run ${_id} is gone`);
      const counted = set.position !== undefined && before.position !== null;
      if (before.status === "finished" || counted) return;
      const after = { ...before, ...set };
      batch.put(payoutRuns.runs, after);
      if (after.status !== "finished") return;
      batch.put(payoutRuns.turns, { _id: program, run: null, last: after.run });
      lines.record(batch, payoutRunDeed(after));
    },
  });
}

function pay(
  { journal, conversions: { ledger }, now }: Rooms,
  run: StoredPayoutRun,
  { partner, payout, conversions }: Balance,
) {
  const _id = paidKey(run.program, run.run, partner);
  return journal.enter(run.program, {
    wants: [{ of: ledger, id: _id }],
    async run(set) {
      if ((await set.get(ledger, _id)) !== null) return;
      set.put(ledger, {
        ...{ _id, program: run.program, partner, conversion: null, kind: "paid", at: now().toISOString(), by: run.by },
        ...{ reason: null, payableFrom: run.startedAt, count: 0 - conversions },
        ...{ sale: 0, payout: 0 - payout, fee: 0 },
      });
    },
  });
}

async function* unmarked(
  { conversions: { conversions } }: Rooms,
  { program, before }: StoredPayoutRun,
): AsyncGenerator<StoredConversion[]> {
  for (let last = ""; ; ) {
    const some = await conversions.documents.find(
      { program, payoutRun: null, status: "payable", payableFrom: { $lt: before }, _id: { $gt: last } },
      { sort: { _id: 1 }, limit: AT_ONCE },
    );
    if (some.length > 0) yield some;
    if (some.length < AT_ONCE) return;
    last = (some.at(-1) as StoredConversion)._id;
  }
}

/** Those of them whose earning the run took: what became payable later, or was entered later, is the next run's. */
async function takenOf(
  { conversions: { ledger } }: Rooms,
  { program, before }: StoredPayoutRun,
  position: number,
  conversions: readonly StoredConversion[],
): Promise<Set<string>> {
  const entries = await ledger.documents.find({
    program,
    conversion: { $in: conversions.map(({ conversion }) => conversion) },
    ...{ count: { $gt: 0 }, payableFrom: { $lt: before }, seq: { $lt: position } },
  });
  return new Set(entries.map(({ conversion }) => `${program}/${conversion}`));
}

function mark({ journal, conversions: { conversions } }: Rooms, run: StoredPayoutRun, conversion: StoredConversion) {
  const { _id } = conversion;
  return journal.enter(run.program, {
    wants: [{ of: conversions, id: _id }],
    async run(set) {
      const before = await set.get(conversions, _id);
      if (before?.status === "payable" && before.payoutRun === null)
        set.put(conversions, { ...before, payoutRun: run.run });
    },
  });
}
