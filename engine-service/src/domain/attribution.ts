import type { Decision, Program } from "@firstmatch/shared-types";
import { type CodeHolding, counts } from "./code-holding.ts";

/** The code that an event carries, as far as the program knew it when the event occurred. */
export interface SentCode {
  code: string;
  /** Whose coupon code it is by a personal payout, the older payout first. */
  coupons: readonly string[];
  /** Whose promo code it is; undefined: nobody's. */
  holding: CodeHolding | undefined;
  /** Whether that partner was a member of the program. */
  isMembers: boolean;
}

/** Whose event it is, and what was weighed, a sentence each. The same sentences whenever it is asked. */
export interface Attribution extends Pick<Decision, "partnerId" | "partnerFrom"> {
  notes: string[];
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
): Attribution {
  const { code, coupons, holding } = sent ?? { code: "", coupons: [], holding: undefined };
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
  const [first, ...others] = new Set([...coupons, ...(holder === undefined ? [] : [holder])]);
  if (first === undefined) return { partnerId: null, partnerFrom: null, notes: ignored };
  return {
    partnerId: first,
    partnerFrom: coupons.length > 0 ? "coupon-code" : "promo-code",
    notes:
      others.length === 0 ? [] : [`The code ${code} is ${first}'s coupon code, which comes before ${listed(others)}.`],
  };
}

const listed = (partners: readonly string[]) => `the same code of ${partners.join(", ")}`;

/** Why a code that is somebody's does not count; null where it does, or is nobody's. */
function whyNot({ holding, isMembers }: SentCode, moment: number): string | null {
  if (holding === undefined) return null;
  if (!isMembers) return "its holder was no member of the program when the event occurred";
  if (counts(holding, moment)) return null;
  const { active, from, until } = holding;
  if (!active) return "it was not active when the event occurred";
  return from !== null && moment < Date.parse(from) ? `it counts only from ${from}` : `it counted only until ${until}`;
}
