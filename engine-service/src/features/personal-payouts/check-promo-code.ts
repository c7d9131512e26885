import type { PersonalPayout } from "@firstmatch/shared-types";
import { mayCount } from "../../domain/code-holding.ts";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import { holderOf } from "../promo-codes/change-code.ts";

/** An event with the code and no partner would go to this payout's partner, and be lost to the member whose code it is. */
export function checkPromoCode(rooms: Rooms, program: string, { couponCode, partners }: PersonalPayout): void {
  const promoCode = couponCode === undefined ? undefined : rooms.known.codes.get(program, couponCode);
  if (promoCode === undefined) return;
  const holder = holderOf(promoCode);
  if (partners.includes(holder.partner) || !mayCount(holder, rooms.moments.present())) return;
  throw conflict(
    `The code "${couponCode}" is the promo code of ${nameOf(rooms, holder.partner)} (${holder.partner}); deactivate it there first, or take another.`,
  );
}
