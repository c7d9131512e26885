import { foldText, type PersonalPayout } from "@firstmatch/shared-types";
import { Problem } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { newest } from "./personal-payout-store.ts";
import { changePersonalPayout } from "./save-personal-payout.ts";

interface Renamed {
  program: string;
  partner: string;
  from: string;
  to: string;
}

/**
 * A partner's personal payouts that ask for a code ask for another from now on: a deal outlives the code that leaked,
 * and must not go on paying for it.
 */
export async function followCode(rooms: Rooms, { program, partner, from, to }: Renamed, doer: Doer): Promise<void> {
  const code = foldText(from);
  for (const record of rooms.known.personal.ofPartner(program, partner)) {
    if (record.couponCode !== code || record.partners.length > 1) continue;
    const payout = { ...(newest(record).payout as PersonalPayout), couponCode: to };
    try {
      await changePersonalPayout(rooms, record, payout.id, record.revision, payout, doer);
    } catch (error) {
      // Its event type is gone from the terms, and with it all that it could pay.
      if (!(error instanceof Problem && error.type === "not-found")) throw error;
    }
  }
}
