import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { couponOf, type PersonalPayoutRecord, type PersonalPlace } from "./personal-payout-store.ts";

/** Writes that are under way at the same time; enough to hide a server's distance. */
const AT_ONCE = 50;

/** Stores the personal payouts of a document, each by itself. The document's schema has seen to unique ids and codes. */
export async function importPersonal(rooms: Rooms, program: string, terms: string, document: Terms) {
  const inForceFrom = rooms.now().toISOString();
  const all = document.events.flatMap(({ type, personal = [] }) =>
    personal.map((payout, nth) => ({ place: { program, terms, eventType: type }, payout, nth })),
  );
  const records: PersonalPayoutRecord[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    records.push(
      ...(await Promise.all(some.map((one) => storeOne(rooms, one.place, one.payout, inForceFrom, one.nth)))),
    );
  }
  return records;
}

async function storeOne(rooms: Rooms, place: PersonalPlace, payout: PersonalPayout, inForceFrom: string, nth: number) {
  const record = await rooms.personal.insert(place, payout, inForceFrom, nth);
  if (record === null) throw conflict(`Someone else is importing these terms now; "${payout.id}" is there already.`);
  const code = couponOf(payout);
  // After the payout, so that dropLeftovers finds every code by its payout.
  if (code !== null && !(await rooms.coupons.claim(place, code, record._id)))
    throw conflict(`Someone else is importing these terms now; the code "${payout.couponCode}" is given already.`);
  return record;
}

/** Removes what an import left behind that never came to its end: its terms do not exist, so nobody has seen it. */
export async function dropLeftovers({ personal, coupons }: Rooms, program: string, terms: string): Promise<void> {
  for (const { _id, eventType, couponCode } of await personal.ofTerms(program, terms)) {
    if (couponCode !== null) await coupons.release({ program, terms, eventType }, couponCode, _id);
    await personal.drop(_id);
  }
}
