import { formatAmount } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import type { Deed } from "../changes.ts";
import type { StoredPayoutRun } from "./payout-run-store.ts";

/** The history's line about a finished payout run. */
export function payoutRunDeed({
  program,
  run,
  until,
  by,
  partners,
  conversions,
  payout,
  currency,
}: Omit<StoredPayoutRun, "seq">): Deed {
  const amount = fromMinor(payout, currency);
  return {
    by,
    thing: { kind: "payout-run", id: run, name: `until ${until}` },
    program,
    partners: [],
    sentence: `Payout run until ${until}: ${formatAmount(amount, currency)} to ${partners} ${partners === 1 ? "partner" : "partners"}`,
    before: null,
    after: { until, partners, conversions, payout: amount },
  };
}
