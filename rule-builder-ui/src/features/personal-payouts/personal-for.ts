import type { PersonalPayout } from "@firstmatch/shared-types";
import { everyPage } from "../../api/every-page.ts";
import { listPersonalPayouts } from "../../api/personal-payouts.ts";

/** The stored personal payouts that could apply to an event: those of the partner, and that of the coupon code. */
export async function personalFor(
  place: Parameters<typeof listPersonalPayouts>[0],
  partner?: string,
  couponCode?: string,
): Promise<PersonalPayout[]> {
  const lists = await Promise.all([
    partner === undefined ? [] : everyPage((cursor) => listPersonalPayouts(place, { partner, cursor })),
    couponCode === undefined ? [] : everyPage((cursor) => listPersonalPayouts(place, { couponCode, cursor })),
  ]);
  const byId = new Map(lists.flat().map(({ payout }) => [payout.id, payout]));
  return [...byId.values()];
}
