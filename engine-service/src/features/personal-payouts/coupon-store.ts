import type { Storage, Stored } from "../../storage/collection.ts";
import { DuplicateKey } from "../../storage/collection.ts";
import type { Clock } from "../clock.ts";
import { type PersonalPayoutStore, type PersonalPlace, placeKey } from "./personal-payout-store.ts";

/** Who holds a coupon code. A document of its own, since only the key of a single document is unique everywhere. */
interface Coupon extends Stored {
  holder: string;
  claimedAt: string;
}

/** How long a claim is believed whose payout does not carry the code (yet): longer than any write takes. */
const CLAIM_HOLDS_MS = 60_000;

export type CouponStore = ReturnType<typeof couponStore>;

export function couponStore(storage: Storage, personal: PersonalPayoutStore, now: Clock) {
  const coupons = storage.collection<Coupon>("coupons");
  const keyOf = (place: PersonalPlace, code: string) => `${placeKey(place)}/${encodeURIComponent(code)}`;

  return {
    /**
     * Claims a code for a personal payout before the payout is written with it; true when it is its own now. A claim
     * that a crash left without its payout is taken over.
     *
     * @param code folded
     * @param holder key of the payout
     */
    async claim(place: PersonalPlace, code: string, holder: string): Promise<boolean> {
      const _id = keyOf(place, code);
      const mine = { holder, claimedAt: now().toISOString() };
      try {
        await coupons.insertOne({ _id, ...mine });
        return true;
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
      }
      const claim = await coupons.findOne({ _id });
      if (claim === null) return false;
      const asFound = { _id, holder: claim.holder, claimedAt: claim.claimedAt };
      if (claim.holder !== holder) {
        const payout = await personal.byKey(claim.holder);
        const young = now().getTime() - Date.parse(claim.claimedAt) < CLAIM_HOLDS_MS;
        if (payout?.couponCode === code || young) return false;
      }
      return (await coupons.findOneAndUpdate(asFound, { $set: mine })) !== null;
    },

    release: (place: PersonalPlace, code: string, holder: string) =>
      coupons.deleteOne({ _id: keyOf(place, code), holder }),
  };
}
