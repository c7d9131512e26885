import { conflict, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { conversionKey, entryKey, type MinorAmounts, type StoredEntry } from "../conversions/conversion-store.ts";
import { negative, sumOf } from "../conversions/tallied-conversion.ts";
import { type Doer, doneBy } from "../doer.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import { findProgram } from "../programs/change-program.ts";
import type { Correction, Kept } from "./correction.ts";
import { correctionDeed } from "./correction-deed.ts";
import { giveBack } from "./give-back.ts";

/** Which conversion, as whoever corrects it saw it. */
export interface Place {
  program: string;
  conversion: string;
  /** Named by If-Match. */
  revision: number;
}

/**
 * Corrects a payable conversion: new entries in the ledger, and with them in one step whatever follows from it, the
 * history's line among it. The entries before stay as they are.
 */
export async function correctConversion(
  rooms: Rooms,
  { program: id, conversion: name, revision }: Place,
  doer: Doer,
  correct: (conversion: Kept, now: string) => Correction,
): Promise<Kept> {
  const { conversions, journal, lines } = rooms;
  const program = await findProgram(rooms, id);
  const key = conversionKey(id, name);

  async function run(set: WorkingSet): Promise<Kept> {
    const before = await set.get(conversions.conversions, key);
    if (before === null) throw notFound(`There is no conversion "${name}" in the program "${id}".`);
    if (before.revision !== revision) throw stale(`The conversion "${name}"`, revision, before.revision);
    if (before.status !== "payable") throw conflict(`${WHY_NOT[before.status](name)} Nothing was changed.`);
    const now = rooms.now().toISOString();
    const correction = correct(before, now);
    const left = before.left.map((line, at) => minus(line, correction.taken[at] as MinorAmounts));
    const after: Kept = { ...before, ...correction.set, left, net: sumOf(left), revision: before.revision + 1 };
    set.put(conversions.conversions, after);
    for (const entry of entriesOf(before, after, correction))
      set.put(conversions.ledger, { ...entry, at: now, ...doneBy(doer) });
    const customer = await giveBack(rooms, set, program, before, after, correction);
    lines.record(set, correctionDeed({ before, after, now, correction, customer, doer }));
    return after;
  }
  return journal.enter(id, { wants: [{ of: conversions.conversions, id: key }], run });
}

const WHY_NOT = {
  kpi: (name: string) => `The conversion "${name}" is a KPI, tracked and never paid, so there is nothing to correct.`,
  rejected: (name: string) => `The conversion "${name}" is rejected, so there is nothing left of it to correct.`,
  reversed: (name: string) =>
    `The conversion "${name}" is reversed whole already, so there is nothing left to correct.`,
};

/** Two for an approval, which moves what is left from one day of payment to another. */
function entriesOf(
  before: Kept,
  after: Kept,
  { kind, taken, reason }: Correction,
): Omit<StoredEntry, "seq" | "at" | "by">[] {
  const { program, partner, conversion, recordedAt } = before;
  const entry = (at: number, amounts: MinorAmounts, payableFrom: string, count: number) => ({
    _id: entryKey(program, recordedAt, conversion, 2 * before.revision - 1 + at),
    ...{ program, partner, conversion, kind, reason, payableFrom, count, ...amounts },
  });
  if (kind === "approved")
    return [entry(0, negative(before.net), before.payableFrom, -1), entry(1, before.net, after.payableFrom, 1)];
  return [entry(0, negative(sumOf(taken)), before.payableFrom, after.status === "payable" ? 0 : -1)];
}

const minus = (one: MinorAmounts, other: MinorAmounts): MinorAmounts => sumOf([one, negative(other)]);
