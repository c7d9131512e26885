import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import type { Doer } from "../doer.ts";
import type { TermsPath } from "../terms/find-terms.ts";
import { checkPromoCode } from "./check-promo-code.ts";
import { leftoverDeed, personalDeed } from "./personal-deed.ts";
import { couponOf, newest, type PersonalPlace } from "./personal-payout-store.ts";

/** Writes that are under way at the same time: enough to hide a server's distance, and to share the flushes of a disk. */
const AT_ONCE = 500;

interface Import {
  program: string;
  terms: string;
  document: Terms;
}

/** Stores the personal payouts of a document, each by itself. The document's schema has seen to unique ids and codes. */
export async function importPersonal(rooms: Rooms, { program, terms, document }: Import, doer: Doer): Promise<void> {
  const inForceFrom = rooms.now().toISOString();
  const { currency } = document;
  for (const payout of document.events.flatMap(({ personal = [] }) => personal)) checkPromoCode(rooms, program, payout);
  const all = document.events.flatMap((event) =>
    (event.personal ?? []).map((payout, nth) => {
      const place = { program, terms, eventType: event.type };
      const deed = personalDeed(rooms, place, { currency, event }, { before: null, after: payout }, doer);
      return { place, payout, inForceFrom, nth, deed };
    }),
  );
  for (let at = 0; at < all.length; at += AT_ONCE) {
    await Promise.all(all.slice(at, at + AT_ONCE).map((one) => storeOne(rooms, one)));
  }
}

interface Imported {
  place: PersonalPlace;
  payout: PersonalPayout;
  inForceFrom: string;
  nth: number;
  deed: Deed;
}

async function storeOne(rooms: Rooms, { place, payout, inForceFrom, nth, deed }: Imported) {
  const { personal, coupons, known } = rooms;
  const busy = () => conflict(`Someone else is importing these terms now; "${payout.id}" is there already.`);
  let record = await personal.insert(place, payout, inForceFrom, deed, nth);
  if (record === null) {
    const left = await personal.find(place, payout.id);
    if (!left?.removed) throw busy();
    record = await personal.append(left, payout, inForceFrom, deed);
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
export async function removeLeftovers(rooms: Rooms, { program, terms }: TermsPath, doer: Doer): Promise<void> {
  const { personal, coupons, known, now } = rooms;
  for (const left of await personal.ofTerms(program, terms)) {
    const place = { program, terms, eventType: left.eventType };
    if (left.couponCode !== null) await coupons.release(place, left.couponCode, left._id);
    const { payout } = newest(left);
    if (payout === null) continue;
    const deed = leftoverDeed(place, payout, doer);
    const record = await personal.append(left, null, now().toISOString(), deed);
    if (record !== null) known.personal.put(record);
  }
}
