import type { Decision, Program } from "@firstmatch/shared-types";
import { type CodeHolding, counts } from "./code-holding.ts";

/** The code that an event carries, as far as the program knew it when the event occurred. */
export interface SentCode {
  code: string;
  /** Whose coupon code it is by a personal payout, the older payout first. */
  coupons: readonly string[];
  /** Whose it would be by a personal payout of terms that this partner did not have. */
  couponsElsewhere: readonly { partner: string; terms: string }[];
  /** Whose promo code it is; undefined: nobody's. */
  holding: CodeHolding | undefined;
  /** Whether that partner was a member of the program. */
  isMembers: boolean;
}

/** Whose event it is, and what was weighed, a sentence each. The same sentences whenever it is asked. */
export interface Attribution extends Pick<Decision, "partnerId" | "partnerFrom"> {
  notes: string[];
}

type WithoutBinding = Exclude<Decision["partnerFrom"], "lifetime">;
export interface OwnAttribution extends Attribution {
  partnerFrom: WithoutBinding;
}

/**
 * Without a partner, a coupon code decides (contract 3.1), then a promo code. Where a partner is named and the promo code
 * is another's, the program says which of the two wins.
 *
 * @param named the partner whom the event names
 */
export function attribute(
  named: string | null,
  sent: SentCode | null,
  wins: Program["attribution"],
  moment: number,
): OwnAttribution {
  const { code, coupons, couponsElsewhere, holding } = sent ?? NO_CODE;
  const why = sent === null ? null : whyNot(sent, moment);
  const holder = why === null ? holding?.partner : undefined;
  const owned = `The promo code ${code} belongs to ${holding?.partner}`;
  const ignored = why === null ? [] : [`${owned}, but ${why}.`];

  if (named !== null) {
    const byEvent = { partnerId: named, partnerFrom: "event" } as const;
    if (holding === undefined || holding.partner === named) return { ...byEvent, notes: [] };
    if (holder === undefined) return { ...byEvent, notes: ignored };
    const clash = `${owned}; the event named ${named}, and in this program the ${wins} wins.`;
    return wins === "code"
      ? { partnerId: holder, partnerFrom: "promo-code", notes: [clash] }
      : { ...byEvent, notes: [clash] };
  }
  const [first = null, ...others] = new Set([...coupons, ...(holder === undefined ? [] : [holder])]);
  if (coupons.length > 0) {
    const before = `The code ${code} is ${first}'s coupon code, which comes before the same code of ${others.join(", ")}.`;
    return { partnerId: first, partnerFrom: "coupon-code", notes: others.length === 0 ? [] : [before] };
  }
  const notes = [...couponsElsewhere.map((coupon) => elsewhere(code, coupon)), ...ignored];
  return { partnerId: first, partnerFrom: first === null ? null : "promo-code", notes };
}

/** A customer whose purchases are a partner's, from a moment on. */
export interface Binding {
  customer: string;
  partner: string;
  since: string;
}

/** Whose an event is by its customer's binding, which comes before whomever else it names. @param without it */
export function attributeForLife({ customer, partner, since }: Binding, without: OwnAttribution): Attribution {
  const named = without.partnerId !== null && without.partnerId !== partner;
  const instead = named ? `, not ${without.partnerId}'s, whom ${NAMED_BY[without.partnerFrom ?? "event"]} names` : "";
  const note = `The customer ${customer} is bound to ${partner} since ${since}, so the event is ${partner}'s${instead}.`;
  return { partnerId: partner, partnerFrom: "lifetime", notes: [note] };
}

/** Why a binding was passed over. */
export const notForLife = ({ customer, partner, since }: Binding, terms: string): string =>
  `The customer ${customer} is bound to ${partner} since ${since}, but no lifetime payout of the terms "${terms}" takes this event, so it is decided without the binding.`;

const NAMED_BY: Record<NonNullable<WithoutBinding>, string> = {
  event: "the event",
  click: "its click",
  "coupon-code": "its coupon code",
  "promo-code": "its promo code",
};

const NO_CODE = { code: "", coupons: [], couponsElsewhere: [], holding: undefined };

const elsewhere = (code: string, { partner, terms }: { partner: string; terms: string }) =>
  `The code ${code} is ${partner}'s coupon code by the terms "${terms}", which did not decide for ${partner} when the event occurred.`;

/** Why a code that is somebody's does not count; null where it does, or is nobody's. */
function whyNot({ holding, isMembers }: SentCode, moment: number): string | null {
  if (holding === undefined) return null;
  if (!isMembers) return "its holder was no member of the program when the event occurred";
  if (counts(holding, moment)) return null;
  const { active, from, until } = holding;
  if (!active) return "it was not active when the event occurred";
  return from !== null && moment < Date.parse(from) ? `it counts only from ${from}` : `it counted only until ${until}`;
}
