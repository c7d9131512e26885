import { isDeepStrictEqual } from "node:util";
import type { Decision } from "@firstmatch/shared-types";
import { fromMinor, toMinor } from "../../domain/minor-units.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "./conversion-store.ts";
import { decideAgain } from "./decide-again.ts";

/**
 * The recorded decision with trace and calculation. Where caps, or a click that had its one conversion, made something
 * else of what the terms pay, the calculation ends with it.
 */
export async function explained(rooms: Rooms, conversion: StoredConversion): Promise<Decision> {
  const { decision, lines, currency } = conversion;
  const again = await decideAgain(rooms, conversion, { explain: true });
  const { trace = [], calculation = [] } = again.decision;
  if (!isDeepStrictEqual(again.decision.terms, decision.terms))
    return { ...decision, calculation: [overtaken(decision)] };
  const print = (amount: number) => `${fromMinor(amount, currency)} ${currency}`;
  return {
    ...decision,
    trace,
    calculation: calculation.map((line, at) => {
      const settled = lines[at];
      const paid = again.lines[at];
      if (settled === undefined || paid === undefined || again.decision.status !== "payable") return line;
      if (
        toMinor(paid.payout, currency) === settled.payout &&
        toMinor(paid.advertiserCost, currency) === settled.payout + settled.fee
      )
        return line;
      const recorded = `Recorded with ${print(settled.payout)} for the partner and ${print(settled.fee)} for the platform`;
      const why = decision.notes?.at(-1);
      return { ...line, steps: [...line.steps, `${recorded}${why === undefined ? "." : `: ${why}`}`] };
    }),
  };
}

/** What lay ahead when it was recorded may have got another version since; its trace would be about other rules. */
const overtaken = ({ terms: { version } }: Decision) => ({
  ...{ item: null, goal: null },
  steps: [`Decided by version ${version} before its moment had come; by now, another version is in force there.`],
});
