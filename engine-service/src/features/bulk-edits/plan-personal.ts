import { isDeepStrictEqual } from "node:util";
import {
  type Edit,
  effectiveSetup,
  type Payout,
  type PersonalPayout,
  payoutSentence,
  plainText,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { termsAt } from "../../domain/standing.ts";
import type { KnownMember } from "../members/member-book.ts";
import type { KnownPersonalPayout } from "../personal-payouts/personal-payout-book.ts";
import { newest, type PersonalPlace } from "../personal-payouts/personal-payout-store.ts";
import { done, type EditScope, type MemberState, type Plan, refused, unchanged } from "./plan.ts";
import { namedList } from "./words.ts";

export type PersonalEdit = Extract<Edit, { kind: "personal-payout" | "remove-personal-payout" }>;

type State = MemberState & { member: KnownMember };

/** What an edit of personal payouts writes: where, over which one, and what. */
export interface PersonalAim {
  place: PersonalPlace;
  event: TermsEvent;
  /** Undefined: there is none yet. */
  record: KnownPersonalPayout | undefined;
  /** Null: it goes. Its id is still to be given where it is new. */
  payout: Omit<PersonalPayout, "id"> | null;
}

/** The one personal payout that an edit is about, in the terms that decide for the member now; or why there is none. */
export function personalAim(scope: EditScope, state: State, edit: PersonalEdit): PersonalAim | Plan {
  const { eventType } = edit;
  const terms = termsAt(state.member, Date.parse(scope.at)) ?? scope.defaultTerms;
  const scoped = scope.events.get(terms);
  if (scoped === undefined)
    return refused(`is paid by ${scope.words.terms(terms)}, which has no event type "${eventType}"`);
  const { event, faults } = scoped;
  // One with a coupon code is a deal by itself, whichever other payout the partner has.
  const there = state.personal.filter(
    (each) => each.terms === terms && each.eventType === eventType && newest(each).payout?.couponCode === undefined,
  );
  const [record] = there;
  const payouts = there.map((each) => newest(each).payout as PersonalPayout);
  if (payouts.length > 1)
    return refused(
      `has ${payouts.length} personal payouts, ${namedList(payouts.map(titled))}; change the one that is meant by itself`,
    );
  const [before] = payouts;
  if (before !== undefined && before.partners.length > 1)
    return refused(
      `shares the personal payout ${titled(before)} with ${others(before.partners.length - 1)}; change it by itself`,
    );
  const place = { program: scope.program, terms, eventType };
  if (edit.kind === "remove-personal-payout")
    return before === undefined
      ? unchanged("has no personal payout without a coupon code")
      : { place, event, record, payout: null };
  if (before?.enabled === false)
    return refused(`has the personal payout ${titled(before)}, which is switched off; switch it on or remove it first`);
  const [fault] = faults;
  if (fault !== undefined)
    return refused(`is paid by ${scope.words.terms(terms)}, where this payout does not fit: ${fault.message}`);
  const payout = before === undefined ? fresh(state.partner, edit) : replaced(before, edit);
  if (before !== undefined && isDeepStrictEqual({ ...payout, id: before.id }, before))
    return unchanged(`has this payout already, as ${titled(before)}`);
  return { place, event, record, payout };
}

export const isAim = (aim: PersonalAim | Plan): aim is PersonalAim => "place" in aim;

const titled = ({ title }: { title: string }) => `"${title}"`;

const others = (count: number) => `${count} other ${count === 1 ? "partner" : "partners"}`;

export const paramsOf = ({ payout, setup }: Extract<PersonalEdit, { kind: "personal-payout" }>) => ({
  payout,
  ...(setup !== undefined && { setup }),
});

const fresh = (
  partner: string,
  edit: Extract<PersonalEdit, { kind: "personal-payout" }>,
): Omit<PersonalPayout, "id"> => ({
  title: edit.title,
  partners: [partner],
  conditions: { all: [] },
  event: { type: "payout", params: paramsOf(edit) },
});

/** Title and criteria stay; so does the setup, unless another one comes along. */
const replaced = (
  { id: _, ...before }: PersonalPayout,
  edit: Extract<PersonalEdit, { kind: "personal-payout" }>,
): Omit<PersonalPayout, "id"> => ({
  ...before,
  event: { ...before.event, params: { ...before.event.params, ...paramsOf(edit) } },
});

export function planPersonal(scope: EditScope, state: State, edit: PersonalEdit): Plan {
  const aim = personalAim(scope, state, edit);
  if (!isAim(aim)) return aim;
  const { record, event, payout } = aim;
  const sentence = ({ event: { params } }: Omit<PersonalPayout, "id">) => paysSentence(scope, event, params);
  const before = record && newest(record).payout;
  if (payout === null) return done(`loses the personal payout ${titled(before as PersonalPayout)}`);
  if (!before) return done(`gets the personal payout ${titled(payout)}: ${sentence(payout)}`);
  return done(`is paid ${sentence(payout)} by ${titled(before)}, not ${sentence(before)}`);
}

const paysSentence = (
  { currency }: EditScope,
  { level, default: { setup: inherited } }: TermsEvent,
  { payout, setup }: { payout: Payout; setup?: PersonalPayout["event"]["params"]["setup"] },
) => plainText(payoutSentence(payout, { currency, level, setup: effectiveSetup(setup, inherited) }));
