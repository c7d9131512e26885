import type { PersonalPayoutRecord } from "#engine/features/personal-payouts/personal-payout-store";
import { PARTNERS } from "./words.ts";

/** Personal payouts as they are stored, two for each partner: those of the events' partners and many others. */
export function* personalPayouts(count: number): Generator<PersonalPayoutRecord> {
  const since = "2025-01-01T00:00:00.000Z";
  for (let nth = 0; nth < count; nth++) {
    const partner = PARTNERS[nth >> 1] ?? `partner-${(nth >> 1) + 1}`;
    const id = `personal-${nth + 1}`;
    // One for large orders of new customers, one for a code that hardly anyone sends: most events meet neither, so the
    // groups are asked as well, which is the dearer case.
    const large = nth % 2 === 0;
    const payout = {
      id,
      title: id,
      partners: [partner],
      ...(!large && { couponCode: `OWN${nth}` }),
      conditions: {
        all: large
          ? [
              { fact: "orderTotal", operator: "greaterThanInclusive" as const, value: "400" },
              { fact: "customerStatus", operator: "isAnyOf" as const, value: ["New"] },
            ]
          : [],
      },
      event: { type: "payout" as const, params: { payout: { model: "CPS" as const, partner: { percent: "12" } } } },
    };
    yield {
      _id: `bench/standard/sale/${id}`,
      ...{ program: "bench", terms: "standard", eventType: "sale" },
      order: `${since} ${String(nth).padStart(8, "0")} ${id}`,
      revision: 1,
      history: [{ revision: 1, inForceFrom: since, payout }],
      partners: [partner],
      couponCode: payout.couponCode?.toLowerCase() ?? null,
      removed: false,
      ...{ changedAt: since, changedBy: "bench" },
    };
  }
}
