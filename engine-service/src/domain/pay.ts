import {
  type Commission,
  Decimal,
  type Party,
  type Payout,
  printAmount,
  printExact,
  REASONS,
  type Reason,
  roundAmount,
  type Terms,
} from "@firstmatch/shared-types";
import type { Base } from "./base.ts";

/** Who gets and pays what on one line: the payout's own commissions, or a goal's. */
export type Commissions = { [party in Party]?: Commission | undefined };

/** One line to be paid. Amounts: exact decimals in major units of the terms' currency. */
export interface PayableLine {
  payout: Payout;
  commissions: Commissions;
  base: Base | null;
  /** What a fixed amount is multiplied with: 1 per order, the quantity of an item, clicks, impressions / 1000. Null when unknown. */
  multiplier: Decimal | null;
  /** The line's part of what the postback said; null when nothing was received. */
  received: Decimal | null;
  /** Percent of the partner's profile; null when it has none. */
  revenueShare: string | null;
  terms: Pick<Terms, "currency" | "rounding">;
}

/** What one line pays. `costIsGiven`: the advertiser's cost stands, so that a bound moves the platform's part, not the cost. */
export interface PaidLine {
  payout: Decimal;
  advertiserCost: Decimal;
  costIsGiven: boolean;
  steps: string[];
}

export type LinePayment = { ok: true; paid: PaidLine } | { ok: false; reason: Reason; steps: string[] };

/**
 * What one rule pays for one line, before the bounds.
 *
 * Amounts: exact decimals in major units of the terms' currency ("12.50"). Percents: "10" is 10 %, "7.5" is 7.5 %.
 * Two of the three amounts are rounded here, once, by the terms' rounding to the currency's minor unit; the third is
 * derived from them, so advertiserCost = payout + platformFee always. Source: contract 4, Money.
 */
export function payLine(line: PayableLine): LinePayment {
  const { payout, commissions, received, revenueShare, terms } = line;
  const steps: string[] = [];
  const print = (amount: Decimal) => printAmount(amount, terms.currency);
  const round = (amount: Decimal) => roundAmount(amount, terms.currency, terms.rounding ?? "half-up");
  const rejected = (reason: Reason): LinePayment => ({ ok: false, reason, steps: [...steps, REASONS[reason]] });
  const paid = (amount: Decimal, advertiserCost: Decimal, costIsGiven: boolean): LinePayment => ({
    ok: true,
    paid: { payout: amount, advertiserCost, costIsGiven, steps },
  });
  const paidByShare = (cost: Decimal): LinePayment => {
    if (revenueShare === null) return rejected("revenue-share-missing");
    const amount = round(percentOf(cost, revenueShare));
    steps.push(`Revenue share of the partner's profile: ${revenueShare} % of ${print(cost)} = ${print(amount)}.`);
    return paid(amount, cost, true);
  };

  const { mode, modifier = "100", margin = "0" } = payout.postback ?? { mode: "ignored" };
  if (received !== null && takesPostback(payout, received)) {
    const cost = round(percentOf(received, modifier));
    steps.push(
      `The postback says ${printExact(received, terms.currency)}; ${modifier} % of it, ${print(cost)}, is what the advertiser pays.`,
    );
    if (payout.overrideRevenueShare === false) return paidByShare(cost);
    const kept = round(percentOf(cost, margin));
    steps.push(
      `Margin: ${margin} % of ${print(cost)} = ${print(kept)} stays with the platform, the rest is the partner's.`,
    );
    return paid(cost.minus(kept), cost, true);
  }
  if (mode === "required") return rejected("postback-payout-missing");

  const amountFor = (party: Party): Decimal | Reason => {
    const owed = amountOf(commissions[party], line);
    if (typeof owed === "string") return owed;
    const rounded = print(round(owed.amount));
    if (owed.words === rounded) steps.push(`${PARTY_WORDS[party]}: ${rounded}, fixed.`);
    else if (owed.words !== null) steps.push(`${PARTY_WORDS[party]}: ${owed.words} = ${rounded}.`);
    return owed.amount;
  };
  const byShare = payout.overrideRevenueShare === false;
  const cost = commissions.advertiser === undefined ? null : amountFor("advertiser");
  if (typeof cost === "string") return rejected(cost);
  if (byShare && cost !== null) return paidByShare(round(cost));

  const partner = amountFor("partner");
  if (typeof partner === "string") return rejected(partner);
  if (cost !== null) return paid(round(partner), round(cost), true);
  const platform = amountFor("platform");
  if (typeof platform === "string") return rejected(platform);
  if (byShare) return paidByShare(round(partner.plus(platform)));
  return paid(round(partner), round(partner).plus(round(platform)), false);
}

/** Whether the amounts come from what the postback said, instead of from the rule. */
export const takesPostback = (payout: Payout, received: Decimal | null): boolean =>
  received !== null && payout.postback !== undefined && payout.postback.mode !== "ignored";

const PARTY_WORDS: Record<Party, string> = {
  partner: "Partner",
  platform: "Platform",
  advertiser: "The advertiser pays in all",
};

const percentOf = (amount: Decimal, percent: string): Decimal => amount.times(percent).dividedBy(100);

/** One commission, exact, not yet rounded, with the words that explain it; or why it cannot be told. */
function amountOf(
  commission: Commission | undefined,
  { base, multiplier, terms }: PayableLine,
): { amount: Decimal; words: string | null } | Reason {
  if (commission === undefined) return { amount: new Decimal(0), words: null };
  if (commission.percent !== undefined) {
    if (base === null) return "base-missing";
    return {
      amount: percentOf(base.amount, commission.percent),
      words: `${commission.percent} % of ${base.source}, ${printExact(base.amount, terms.currency)},`,
    };
  }
  if (multiplier === null) return "impressions-missing";
  const fixed = new Decimal(commission.fixed ?? 0);
  const times = multiplier.equals(1) ? "" : ` × ${multiplier.toFixed()}`;
  return { amount: fixed.times(multiplier), words: `${printExact(fixed, terms.currency)}${times}` };
}
