import type { PageRequest } from "../../http/page.ts";
import type { Hand } from "../conversions/conversion-store.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled } from "../journal/working-set.ts";

/** A payout run. Amounts in minor units of the program's currency; the figures are zero until they are counted. */
export interface StoredPayoutRun extends Journaled {
  program: string;
  /** The caller's id. */
  run: string;
  /** A local day, "2026-10-31". */
  until: string;
  /** Entries of the ledger that are payable before this moment are paid. */
  before: string;
  /**
   * Only entries of earlier batches of the program's journal are paid: what the run pays is settled by its start. Null
   * while the document itself bears that number.
   */
  position: number | null;
  status: "running" | "finished";
  partners: number;
  conversions: number;
  payout: number;
  currency: string;
  startedAt: string;
  by: Hand;
  /** What lists are sorted by. */
  order: string;
}

/** Whose turn it is in a program; null: nobody's. */
export interface Turn extends Journaled {
  run: string | null;
  /** The last one that is through. */
  last: string | null;
}

export const payoutRunKey = (program: string, run: string) => `${program}/${run}`;

export type PayoutRunStore = ReturnType<typeof payoutRunStore>;

export function payoutRunStore(journal: Journal) {
  const runs = journal.shelf<StoredPayoutRun>("payout-runs", [
    { fields: ["program", "order"] },
    { fields: ["program", "until"] },
    { fields: ["status"] },
  ]);
  const turns = journal.shelf<Turn>("payout-turns");
  return {
    runs,
    turns,

    find: (program: string, run: string) => runs.documents.findOne({ _id: payoutRunKey(program, run) }),

    /** The latest day up to which a run pays or paid; null before the first run. */
    async paidUpTo(program: string): Promise<string | null> {
      const [last] = await runs.documents.find({ program }, { sort: { until: -1 }, limit: 1 });
      return last?.until ?? null;
    },

    running: () => runs.documents.find({ status: "running" }),

    /** The newer first. */
    list: (program: string, { limit, cursor }: PageRequest) =>
      runs.documents.find(
        { program, ...(cursor !== undefined && { order: { $lt: cursor } }) },
        { sort: { order: -1 }, limit: limit + 1 },
      ),
  };
}

/** What a run paid a partner is one entry of the ledger, under an id of its own, so that it can be there only once. */
export const paidKey = (program: string, run: string, partner: string) => `${program}/paid/${run}/${partner}`;

/** The ids of all that a run paid. */
export const paidBy = (program: string, run: string) => ({
  $gte: paidKey(program, run, ""),
  // What comes after the slash in every order of characters.
  $lt: `${program}/paid/${run}0`,
});
