import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { couponOf, type PersonalPlace } from "./personal-payout-store.ts";

/** Writes that are under way at the same time: enough to hide a server's distance, and to share the flushes of a disk. */
const AT_ONCE = 500;

/** Stores the personal payouts of a document, each by itself. The document's schema has seen to unique ids and codes. */
export async function importPersonal(rooms: Rooms, program: string, terms: string, document: Terms): Promise<void> {
  const inForceFrom = rooms.now().toISOString();
  const all = document.events.flatMap(({ type, personal = [] }) =>
    personal.map((payout, nth) => ({ place: { program, terms, eventType: type }, payout, nth })),
  );
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const some = all.slice(at, at + AT_ONCE);
    await Promise.all(some.map((one) => storeOne(rooms, one.place, one.payout, inForceFrom, one.nth)));
  }
}

async function storeOne(rooms: Rooms, place: PersonalPlace, payout: PersonalPayout, inForceFrom: string, nth: number) {
  const { personal, coupons, known } = rooms;
  const busy = () => conflict(`Someone else is importing these terms now; "${payout.id}" is there already.`);
  let record = await personal.insert(place, payout, inForceFrom, nth);
  if (record === null) {
    const left = await personal.find(place, payout.id);
    if (!left?.removed) throw busy();
    record = await personal.append(left._id, left.revision, payout, inForceFrom);
  }
  if (record === null) throw busy();
  known.personal.put(record);
  const code = couponOf(payout);
  // After the payout, so that removeLeftovers finds every code by its payout.
  if (code !== null && !(await coupons.claim(place, code, record._id))) throw busy();
}

/**
 * Takes back what an import left behind that never came to its end. Its terms do not exist, so nobody was paid by it;
 * but other processes may have it in memory, and learn of a removal, not of a deletion.
 */
export async function removeLeftovers({ personal, coupons, known, now }: Rooms, program: string, terms: string) {
  for (const { _id, eventType, couponCode, removed, revision } of await personal.ofTerms(program, terms)) {
    if (couponCode !== null) await coupons.release({ program, terms, eventType }, couponCode, _id);
    const record = removed ? null : await personal.append(_id, revision, null, now().toISOString());
    if (record !== null) known.personal.put(record);
  }
}
