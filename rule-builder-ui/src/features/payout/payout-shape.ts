import {
  type Commission,
  type Goal,
  type Payout,
  type PayoutModel,
  paysTraffic,
  takesPercent,
  usesPartnerAmount,
} from "@firstmatch/shared-types";

/** Which fields a payout asks for: those that its model, postback mode and revenue share read. Source: contract 4. */
export interface PayoutFields {
  /** What the rule pays by itself; not where all comes from the postback. */
  own: boolean;
  partner: boolean;
  goals: boolean;
  modifier: boolean;
  margin: boolean;
}

export function fieldsOf(payout: Payout): PayoutFields {
  const mode = payout.postback?.mode ?? "ignored";
  const fromPostback = mode !== "ignored";
  return {
    own: mode !== "required",
    partner: usesPartnerAmount(payout),
    // Goals that are there stay to be seen, so that they can be removed where they are refused.
    goals: (payout.goals?.length ?? 0) > 0 || (mode !== "required" && !paysTraffic(payout.model)),
    modifier: fromPostback,
    margin: fromPostback && payout.overrideRevenueShare !== false,
  };
}

/** Another model. A percent that it cannot pay becomes an amount still to be typed: 10 % is never taken for $10. */
export function withModel(payout: Payout, model: PayoutModel): Payout {
  if (takesPercent(model)) return { ...payout, model };
  const goals = payout.goals?.map((goal): Goal => ({ ...goal, ...fixedParties(goal) }));
  return { ...payout, model, ...fixedParties(payout), ...(goals !== undefined && { goals }) };
}

function fixedParties(rule: Payout | Goal): Partial<Goal> {
  const fixed = (commission: Commission | undefined) =>
    commission?.percent === undefined ? commission : { fixed: "" };
  const parties = { partner: fixed(rule.partner), platform: fixed(rule.platform), advertiser: fixed(rule.advertiser) };
  return Object.fromEntries(Object.entries(parties).filter(([, commission]) => commission !== undefined));
}

/** Which of the two other parties a payout or goal names. */
export type OtherParty = "none" | "platform" | "advertiser";

export const otherPartyOf = (rule: Pick<Payout, "platform" | "advertiser">): OtherParty =>
  rule.advertiser !== undefined ? "advertiser" : rule.platform !== undefined ? "platform" : "none";

/** Names the other party instead, or neither; never both, since one is derived from the other. */
export function withOtherParty<T extends Pick<Payout, "platform" | "advertiser">>(
  rule: T,
  party: OtherParty,
  empty: Commission,
): T {
  const { platform: _, advertiser: __, ...rest } = rule;
  return (party === "none" ? rest : { ...rest, [party]: rule[party] ?? empty }) as T;
}
