import { budgetedCost } from "../../domain/settle.ts";
import type { Rooms } from "../../wire.ts";
import type { MinorAmounts } from "../conversions/conversion-store.ts";
import { byVisibility, negative, placeOf, sumOf } from "../conversions/tallied-conversion.ts";
import type { WorkingSet } from "../journal/working-set.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { Tallied } from "../tallies/tally-store.ts";
import type { Correction, Kept } from "./correction.ts";
import { releaseOrder } from "./release-order.ts";

/**
 * Gives back what a conversion used up, as far as it was taken back: the room under caps, in the periods when it
 * occurred; its part of the sums, on its day; its order under a lifetime payout.
 *
 * @returns the customer whose binding ended with it
 */
export async function giveBack(
  { usage, tallies, customers }: Rooms,
  set: WorkingSet,
  program: StoredProgram,
  before: Kept,
  after: Kept,
  { taken }: Correction,
): Promise<string | null> {
  const ends = after.status !== "payable";
  const revenue = budgetedCost(before.lines.map(({ budgeted }, at) => ({ budgeted, ...(taken[at] as MinorAmounts) })));
  await usage.use(set, program, Date.parse(before.occurredAt), {
    conversions: ends && before.counted ? -1 : 0,
    revenue: 0 - revenue,
  });
  await tallies.add(set, talliedCorrection(before, after, taken));
  return ends && before.binding !== null ? releaseOrder(customers, set, before) : null;
}

function talliedCorrection(before: Kept, { status }: Kept, taken: Correction["taken"]): Tallied {
  const counts = status === "reversed" || status === "rejected" ? { conversions: -1, [status]: 1 } : {};
  const changes = taken.map(negative);
  return {
    ...placeOf(before),
    ...byVisibility(before, changes, counts),
    rules: before.rules.map((rule) => ({
      rule,
      change: { ...sumOf(changes.filter((_, at) => before.lines[at]?.rule === rule)), ...counts },
    })),
  };
}
