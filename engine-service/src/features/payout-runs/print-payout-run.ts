import type { PayoutPreview, PayoutRun, PayoutRunLine } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import type { CsvFile } from "../../http/csv.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredEntry } from "../conversions/conversion-store.ts";
import { nameOf } from "../partners/name-of.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { Balance, Balances } from "./balances.ts";
import { paidBy, type StoredPayoutRun } from "./payout-run-store.ts";

export const printPayoutRun = (run: Omit<StoredPayoutRun, "seq">): PayoutRun => ({
  ...{ id: run.run, program: run.program, until: run.until, status: run.status },
  ...{ partners: run.partners, conversions: run.conversions, payout: fromMinor(run.payout, run.currency) },
  ...{ currency: run.currency, startedAt: run.startedAt, startedBy: run.by.name },
});

const AT_MOST = 500;

export function printPreview(
  rooms: Rooms,
  { currency }: StoredProgram,
  until: string,
  balances: Balances,
): PayoutPreview {
  const { due, carriedOver } = balances;
  const largestFirst = (some: readonly Balance[]) =>
    [...some]
      .sort((one, other) => other.payout - one.payout)
      .slice(0, AT_MOST)
      .map((each) => printLine(rooms, currency, each));
  return {
    ...{ until, currency, partners: due.length },
    conversions: due.reduce((sum, { conversions }) => sum + conversions, 0),
    payout: fromMinor(
      due.reduce((sum, { payout }) => sum + payout, 0),
      currency,
    ),
    lines: largestFirst(due),
    carriedOver: largestFirst(carriedOver),
    carriedOverPartners: carriedOver.length,
  };
}

const printLine = (rooms: Rooms, currency: string, { partner, payout, conversions }: Balance): PayoutRunLine => ({
  ...{ partner, name: nameOf(rooms, partner), conversions, payout: fromMinor(payout, currency) },
});

/** @param entry by which the run paid the partner */
export const printPaid = (rooms: Rooms, { currency }: StoredPayoutRun, { partner, payout, count }: StoredEntry) =>
  printLine(rooms, currency, { partner: partner as string, payout: 0 - payout, conversions: 0 - count });

export const payoutRunFile = (rooms: Rooms, run: StoredPayoutRun): CsvFile => ({
  name: `payout-run-${run.program}-${run.until}.csv`,
  heading: ["Partner", "Name", "Conversions", "Payout", "Currency", "Until", "Payout run"],
  rows: rowsOf(rooms, run),
});

const PAGE = 500;

async function* rowsOf(rooms: Rooms, run: StoredPayoutRun) {
  for (let last = ""; ; ) {
    const entries = await linesOf(rooms, run, { limit: PAGE, after: last });
    for (const entry of entries) {
      const { partner, name, conversions, payout } = printPaid(rooms, run, entry);
      yield [partner, name, conversions, payout, run.currency, run.until, run.run];
    }
    if (entries.length < PAGE) return;
    last = (entries.at(-1) as StoredEntry)._id;
  }
}

/** What a run paid, in the order of the partners' ids. @param after the entry before the first */
export function linesOf(
  { conversions }: Rooms,
  { program, run }: StoredPayoutRun,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<StoredEntry[]> {
  const { $gte, $lt } = paidBy(program, run);
  return conversions.ledger.documents.find(
    { _id: after ? { $gt: after, $lt } : { $gte, $lt } },
    { sort: { _id: 1 }, limit },
  );
}
