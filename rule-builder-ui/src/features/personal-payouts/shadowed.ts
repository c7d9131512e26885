import type { PersonalPayout } from "@firstmatch/shared-types";

/**
 * The personal payouts that can never pay, by id, with the title of the older one that takes all of their partners'
 * conversions: it asks for no code and has no criteria. The older is tried first, and the order cannot be changed.
 *
 * @param payouts in the order in which they are tried
 */
export function shadowed(payouts: readonly PersonalPayout[]): Map<string, string> {
  const found = new Map<string, string>();
  const takers: PersonalPayout[] = [];
  for (const payout of payouts) {
    if (payout.enabled === false) continue;
    const taker = takers.find(({ partners }) => payout.partners.every((partner) => partners.includes(partner)));
    if (taker !== undefined) found.set(payout.id, taker.title);
    if (payout.couponCode === undefined && payout.conditions.all.length === 0) takers.push(payout);
  }
  return found;
}
