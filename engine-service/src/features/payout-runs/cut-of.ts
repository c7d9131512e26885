import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { payableBefore } from "./balances.ts";

/**
 * The moment before which something must be payable to be paid by a run until this day. A day before that of an earlier
 * run is refused: all that was ever paid would be taken off what had become payable until then, which says nothing.
 */
export async function cutOf(
  { payoutRuns }: Pick<Rooms, "payoutRuns">,
  program: StoredProgram,
  until: string,
  now: Date,
): Promise<string> {
  const cut = payableBefore(until, program, now);
  const paid = await payoutRuns.paidUpTo(program._id);
  if (paid !== null && until < paid)
    throw fault(
      "/until",
      `was paid already up to ${paid} by an earlier run; choose that day or a later one, not ${until}`,
    );
  return cut;
}
