import type {
  DatedEvent,
  Decision,
  Partner,
  PartnerPast,
  PartnerProfile,
  Program,
  Reason,
} from "@firstmatch/shared-types";
import { foldText } from "@firstmatch/shared-types";
import type { CompiledTerms } from "./compile-terms.ts";
import { type Held, heldAt } from "./timeline.ts";

/** What decisions need to know of a partner; it holds from a moment on. */
export interface PartnerStanding {
  status: Partner["status"];
  /** Percent, "70" is 70 %. */
  revenueShare: string | null;
  /** By program, where it differs. */
  programRevenueShares: Record<string, string>;
}

/** The events for which a member is paid: from `from` (included) to `until` (not); null: no limit. */
export interface MemberDates {
  from: string | null;
  until: string | null;
}

/** A partner in a program along time. */
export interface Membership {
  /** False: taken out of the program again. */
  enrolled: Held<boolean>;
  /** Null: the program's default terms. */
  terms: Held<string | null>;
  active: Held<boolean>;
  dates: Held<MemberDates>;
}

/** Whose event it is, and whether and by which share it may be paid. */
export interface Standing extends Pick<Decision, "partnerId" | "partnerFrom"> {
  /** Percent, "70" is 70 %; null: the partner's profile has none. */
  revenueShare: string | null;
  /** Nothing is paid, whatever the rules say. */
  refused: Reason | null;
  notes: readonly string[];
}

/** Before it joined, a partner was no member, whatever its dates say. */
export const isMemberAt = (member: Membership | undefined, moment: number): member is Membership =>
  member !== undefined && heldAt(member.enrolled, moment) === true;

/** The terms that a member was given; null: none of its own, so the program's default decides. */
export const termsAt = (member: Membership | undefined, moment: number): string | null =>
  isMemberAt(member, moment) ? (heldAt(member.terms, moment) ?? null) : null;

/** Percent of the advertiser's cost, "70" is 70 %; null: none. */
export const shareOf = (standing: PartnerStanding | undefined, program: string): string | null =>
  standing === undefined
    ? null
    : // An id like "constructor" is a program's as well as any other.
      Object.hasOwn(standing.programRevenueShares, program)
      ? (standing.programRevenueShares[program] as string)
      : standing.revenueShare;

export interface Circumstances {
  program: Pick<Program, "status" | "access">;
  partnerId: string | null;
  /** Undefined: nobody is stored under that id, which is no obstacle in an open program. */
  partner: PartnerStanding | undefined;
  member: Membership | undefined;
}

/** Why an event may not be paid, every cause a sentence; the first one gives the reason. */
export function obstacles({ program, partnerId, partner, member }: Circumstances, moment: number) {
  const found: { reason: Reason; note: string }[] = [];
  const add = (reason: Reason, note: string) => found.push({ reason, note });
  if (program.status !== "active") add("not-active", `The program was ${program.status} when the event occurred.`);
  if (partner?.status === "inactive")
    add("not-active", `The partner ${partnerId} was inactive when the event occurred.`);
  if (!isMemberAt(member, moment)) {
    const who =
      partnerId === null ? "The event belongs to no partner" : `${partnerId} was no member when the event occurred`;
    if (program.access === "members-only") add("not-a-member", `${who}, and the program pays members only.`);
    return found;
  }
  if (heldAt(member.active, moment) === false)
    add("not-active", `The membership of ${partnerId} was not active when the event occurred.`);
  const { from = null, until = null } = heldAt(member.dates, moment) ?? {};
  if (from !== null && moment < Date.parse(from))
    add("not-active", `The membership of ${partnerId} begins at ${from}.`);
  if (until !== null && moment >= Date.parse(until))
    add("not-active", `The membership of ${partnerId} ended at ${until}.`);
  return found;
}

/** What is known of the past of whom the event belongs to: of the profile's partner, and nobody else. */
export const pastInDocument = (partner: PartnerProfile | null, { partnerId }: Standing): PartnerPast | undefined =>
  partner !== null && partner.id === partnerId ? (partner.past ?? undefined) : undefined;

/** For an unsaved document, which knows neither program nor members: whoever the event names may be paid. */
export function standingInDocument(
  { personal }: CompiledTerms,
  partner: PartnerProfile | null,
  { partnerId, eventType, promoCode }: DatedEvent,
): Standing {
  const owner = (): Pick<Standing, "partnerId" | "partnerFrom"> => {
    // A tracker that knows no partner sends an empty one.
    const named = partnerId || partner?.id;
    if (named) return { partnerId: named, partnerFrom: "event" };
    const coupon = promoCode === undefined ? undefined : personal.byCoupon(eventType, foldText(promoCode));
    const holder = coupon?.partners[0];
    return holder === undefined
      ? { partnerId: null, partnerFrom: null }
      : { partnerId: holder, partnerFrom: "coupon-code" };
  };
  const owned = owner();
  const revenueShare = (partner?.id === owned.partnerId && partner?.revenueShare) || null;
  return { ...owned, revenueShare, refused: null, notes: [] };
}
