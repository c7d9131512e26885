import type { PersonalPayout, TermsEvent } from "@firstmatch/shared-types";
import { conflict, fault, invalid, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { findProgram } from "../programs/change-program.ts";
import { codesTurn } from "../promo-codes/promo-code-store.ts";
import { checkStorable } from "../stored-size.ts";
import { findTerms } from "../terms/find-terms.ts";
import { checkPromoCode } from "./check-promo-code.ts";
import { type Beside, personalDeed } from "./personal-deed.ts";
import { faultsBeside } from "./personal-faults.ts";
import {
  couponOf,
  newest,
  type PersonalPayoutRecord,
  type PersonalPlace,
  personalKey,
  placeKey,
} from "./personal-payout-store.ts";

/** The event type that personal payouts stand beside: of the draft, or, taken out of that, still of the newest version. */
export async function findEventType(rooms: Rooms, place: PersonalPlace): Promise<TermsEvent> {
  const { terms } = await findTerms(rooms, place);
  const named = ({ type }: TermsEvent) => type === place.eventType;
  const inDraft = terms.draft.terms.events.find(named);
  if (inDraft !== undefined) return inDraft;
  const latest = await rooms.versions.latest(place.program, place.terms);
  const published = latest && (await rooms.versions.find(place.program, place.terms, latest.version));
  const event = published?.document.events.find(named);
  if (event === undefined) throw notFound(`There is no event type "${place.eventType}" in the terms "${place.terms}".`);
  return event;
}

export async function findPersonalPayout(
  rooms: Rooms,
  place: PersonalPlace,
  id: string,
): Promise<PersonalPayoutRecord> {
  await findEventType(rooms, place);
  const record = await rooms.personal.find(place, id);
  if (record === null || record.removed) throw missing(id);
  return record;
}

const missing = (id: string) => notFound(`There is no personal payout "${id}" in this event type.`);

/** A new personal payout, in force from now on. The id of a removed one may be used again; its history goes on. */
export async function createPersonalPayout(rooms: Rooms, place: PersonalPlace, payout: PersonalPayout, doer: Doer) {
  const beside = await checkBeside(rooms, place, payout);
  return inTurn(rooms, place, payout, async (from) => {
    const taken = () => conflict(`There is a personal payout "${payout.id}" in this event type already.`);
    const there = await rooms.personal.find(place, payout.id);
    if (there !== null && !there.removed) throw taken();
    checkStorable([there, payout], `The personal payout "${payout.id}" with its history`);
    await claimCoupon(rooms, place, payout);
    const deed = personalDeed(rooms, place, beside, { before: null, after: payout }, doer);
    const record =
      there === null
        ? await rooms.personal.insert(place, payout, from, deed)
        : await rooms.personal.append(there, payout, from, deed);
    if (record === null) throw taken();
    return record;
  });
}

export async function changePersonalPayout(
  rooms: Rooms,
  place: PersonalPlace,
  id: string,
  revision: number,
  payout: PersonalPayout,
  doer: Doer,
) {
  if (personalKey(place, payout.id) !== personalKey(place, id))
    throw fault("/id", `must be "${id}", as in the address, not "${payout.id}"; an id never changes`);
  return append(rooms, await checkBeside(rooms, place, payout), place, { id, revision }, payout, doer);
}

/** A removal is an entry of the history as well, so that an old event is still decided as it was then. */
export const removePersonalPayout = async (
  rooms: Rooms,
  place: PersonalPlace,
  id: string,
  revision: number,
  doer: Doer,
) => append(rooms, await findBeside(rooms, place), place, { id, revision }, null, doer);

async function append(
  rooms: Rooms,
  beside: Beside,
  place: PersonalPlace,
  { id, revision }: { id: string; revision: number },
  payout: PersonalPayout | null,
  doer: Doer,
) {
  const what = `The personal payout "${id}"`;
  return inTurn(rooms, place, payout, async (from) => {
    const before = await findPersonalPayout(rooms, place, id);
    if (before.revision !== revision) throw stale(what, revision, before.revision);
    if (payout !== null) {
      checkStorable([before, payout], `${what} with its history`);
      await claimCoupon(rooms, place, payout);
    }
    const deed = personalDeed(rooms, place, beside, { before: newest(before).payout, after: payout }, doer);
    const record = await rooms.personal.append(before, payout, from, deed);
    if (record === null) throw stale(what, revision, (await findPersonalPayout(rooms, place, id)).revision);
    const freed = couponOf(newest(before).payout);
    if (freed !== null && freed !== couponOf(payout)) await rooms.coupons.release(place, freed, before._id);
    return record;
  });
}

async function findBeside(rooms: Rooms, place: PersonalPlace): Promise<Beside> {
  const event = await findEventType(rooms, place);
  return { event, currency: (await findProgram(rooms, place.program)).currency };
}

async function checkBeside(rooms: Rooms, place: PersonalPlace, payout: PersonalPayout): Promise<Beside> {
  const beside = await findBeside(rooms, place);
  const faults = faultsBeside(beside.event, payout);
  if (faults.length > 0) throw invalid(faults);
  return beside;
}

/**
 * Writes of one event type go one after the other, so that a code passes from hand to hand without a gap; those with a
 * code also with the program's promo codes, so that none becomes somebody's while it is looked for there.
 */
function inTurn(
  rooms: Rooms,
  place: PersonalPlace,
  payout: PersonalPayout | null,
  write: (from: string) => Promise<PersonalPayoutRecord>,
) {
  const store = () =>
    rooms.moments.change(place.program, async (from) => {
      const record = await write(from);
      rooms.known.personal.put(record);
      return record;
    });
  const withCodes = () => rooms.turns.take(codesTurn(place.program), store);
  return rooms.turns.take(placeKey(place), payout?.couponCode === undefined ? store : withCodes);
}

async function claimCoupon(rooms: Rooms, place: PersonalPlace, payout: PersonalPayout) {
  const code = couponOf(payout);
  if (code === null) return;
  checkPromoCode(rooms, place.program, payout);
  if (await rooms.coupons.claim(place, code, personalKey(place, payout.id))) return;
  throw conflict(`The coupon code "${payout.couponCode}" is given to another personal payout of this event type.`);
}
