import type { Member } from "@firstmatch/shared-types";

type Dated = Pick<Member, "active" | "from" | "until">;
type Enrolled = Dated & { partner: Pick<Member["partner"], "status"> };

/** Whether a member is paid at a moment, and if not, why. The service's rule, for showing only. */
export type Standing = "active" | "inactive" | "partner-inactive" | "later" | "over";

export const standingOf = (member: Enrolled, now: number): Standing =>
  member.partner.status === "inactive" ? "partner-inactive" : datedStandingOf(member, now);

/** The same of what has no partner: a promo code, say. */
export function datedStandingOf({ active, from, until }: Dated, now: number): Standing {
  if (!active) return "inactive";
  if (until !== null && Date.parse(until) <= now) return "over";
  if (from !== null && Date.parse(from) > now) return "later";
  return "active";
}

export const STANDINGS: Record<Standing, string> = {
  active: "Active",
  inactive: "Inactive",
  "partner-inactive": "Partner inactive",
  later: "Not yet",
  over: "Over",
};
