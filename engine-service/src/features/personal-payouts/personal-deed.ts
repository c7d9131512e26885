import {
  type PersonalPayout,
  payoutSentence,
  plainText,
  TERMS_SCHEMA,
  type Terms,
  type TermsEvent,
  termsChanges,
} from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { toldInShort } from "../history/told-in-short.ts";
import { nameOf } from "../partners/name-of.ts";
import { whatDiffers } from "../what-differs.ts";
import type { PersonalPlace } from "./personal-payout-store.ts";

/** What a personal payout stands beside, as far as its sentences depend on it. */
export interface Beside {
  currency: string;
  event: TermsEvent;
}

/** One personal payout before and after; one of them is there. */
interface Change {
  before: PersonalPayout | null;
  after: PersonalPayout | null;
}

/** The history's line about a personal payout. */
export const personalDeed = (rooms: Rooms, place: PersonalPlace, beside: Beside, change: Change, doer: Doer): Deed =>
  lineOf(place, change, { sentence: sentenceOf(rooms, beside, change), ...sidesOf(beside, change) }, doer);

/** The line about what an unfinished import left behind. */
export const leftoverDeed = (place: PersonalPlace, left: PersonalPayout, doer: Doer): Deed => {
  const sentence = `The personal payout “${left.title}” is taken back: the import that brought it did not come to its end`;
  return lineOf(place, { before: left, after: null }, { sentence, before: fieldsOf(left), after: null }, doer);
};

function lineOf(
  { program, terms, eventType }: PersonalPlace,
  { before, after }: Change,
  told: Pick<Deed, "sentence" | "before" | "after">,
  doer: Doer,
): Deed {
  const { id, title } = (after ?? before) as PersonalPayout;
  return {
    ...doneBy(doer),
    thing: { kind: "personal-payout", id: `${terms}/${eventType}/${id}`, name: title },
    program,
    partners: [...new Set([...(before?.partners ?? []), ...(after?.partners ?? [])])],
    ...told,
  };
}

function sentenceOf(rooms: Rooms, { currency, event }: Beside, { before, after }: Change): string {
  if (after === null) return whom(rooms, before, ["no longer has", "no longer have"]);
  if (before === null) {
    const { payout, setup } = after.event.params;
    const paid = payoutSentence(payout, { currency, level: event.level, ...(setup && { setup }) });
    const code = after.couponCode === undefined ? "" : `, with the coupon code ${after.couponCode}`;
    return `${whom(rooms, after, ["gets", "get"])} for ${event.name}: ${plainText(paid)}${code}`;
  }
  const alone = (personal: PersonalPayout): Terms => ({
    ...{ schema: TERMS_SCHEMA, name: "", currency, timezone: "UTC" },
    events: [{ ...event, groups: [], personal: [personal] }],
  });
  return toldInShort(termsChanges(alone(before), alone(after)));
}

/** `Anna Lopez gets the personal payout “Anna's deal”` */
function whom(rooms: Rooms, payout: PersonalPayout | null, [has, have]: [string, string]): string {
  const { partners, title } = payout as PersonalPayout;
  const who = partners.length === 1 ? nameOf(rooms, partners[0] as string) : `${partners.length} partners`;
  return `${who} ${partners.length === 1 ? has : have} the personal payout “${title}”`;
}

/** What a payout reads like depends on the level. */
function sidesOf({ event: { level } }: Beside, { before, after }: Change): Pick<Deed, "before" | "after"> {
  const whole = (payout: PersonalPayout | null) => payout && { level, ...fieldsOf(payout) };
  if (before === null || after === null) return { before: whole(before), after: whole(after) };
  const differs = whatDiffers(fieldsOf(before), fieldsOf(after));
  return { before: { level, ...differs?.before }, after: { level, ...differs?.after } };
}

const fieldsOf = ({ title, enabled, partners, couponCode, conditions, event }: PersonalPayout) => ({
  ...{ title, enabled, partners, couponCode, conditions },
  ...{ payout: event.params.payout, setup: event.params.setup },
});
