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
  commissions: Commissions;
  base: Base | null;
  /** What a fixed amount is multiplied with: 1 per order, the quantity of an item, clicks, impressions / 1000. Null when unknown. */
  multiplier: Decimal | null;
  /** The line's part of what the postback said; null when nothing was received. */
  received: Decimal | null;
}

/** What lines that share a rule are paid by. */
export interface PayingRule {
  payout: Payout;
  /** Percent of the partner's profile; null when it has none. */
  revenueShare: string | null;
  terms: Pick<Terms, "currency" | "rounding">;
  /** Whether the amounts come with their steps. */
  explained: boolean;
}

/** What one line pays. `costIsGiven`: the advertiser's cost stands, so that a bound moves the platform's part, not the cost. */
export interface PaidLine {
  payout: Decimal;
  advertiserCost: Decimal;
  costIsGiven: boolean;
  /** How it came about, a sentence each; none unless they were asked for. */
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
export function payLine(line: PayableLine, rule: PayingRule): LinePayment {
  const { commissions, received } = line;
  const { payout, revenueShare, terms, explained } = rule;
  const steps: string[] = [];
  // Sentences cost more than the amounts that they are about, and most events ask for none.
  const say = (step: () => string) => {
    if (explained) steps.push(step());
  };
  const print = (amount: Decimal) => printAmount(amount, terms.currency);
  const round = (amount: Decimal) => roundAmount(amount, terms.currency, terms.rounding ?? "half-up");
  const rejected = (reason: Reason): LinePayment => {
    say(() => REASONS[reason]);
    return { ok: false, reason, steps };
  };
  const paid = (amount: Decimal, advertiserCost: Decimal, costIsGiven: boolean): LinePayment => ({
    ok: true,
    paid: { payout: amount, advertiserCost, costIsGiven, steps },
  });
  const paidByShare = (cost: Decimal): LinePayment => {
    if (revenueShare === null) return rejected("revenue-share-missing");
    const amount = round(percentOf(cost, revenueShare));
    say(() => `Revenue share of the partner's profile: ${revenueShare} % of ${print(cost)} = ${print(amount)}.`);
    return paid(amount, cost, true);
  };

  const { mode, modifier = "100", margin = "0" } = payout.postback ?? { mode: "ignored" };
  if (received !== null && takesPostback(payout, received)) {
    const cost = round(percentOf(received, modifier));
    say(
      () =>
        `The postback says ${printExact(received, terms.currency)}; ${modifier} % of it, ${print(cost)}, is what the advertiser pays.`,
    );
    if (payout.overrideRevenueShare === false) return paidByShare(cost);
    const kept = round(percentOf(cost, margin));
    say(
      () =>
        `Margin: ${margin} % of ${print(cost)} = ${print(kept)} stays with the platform, the rest is the partner's.`,
    );
    return paid(cost.minus(kept), cost, true);
  }
  if (mode === "required") return rejected("postback-payout-missing");

  const amountFor = (party: Party): Decimal | Reason => {
    const commission = commissions[party];
    if (commission === undefined) return ZERO;
    const owed = amountOf(commission, line);
    if (typeof owed !== "string") {
      say(() => {
        const [words, rounded] = [wordsOf(commission, line, terms), print(round(owed))];
        return `${PARTY_WORDS[party]}: ${words === rounded ? `${rounded}, fixed` : `${words} = ${rounded}`}.`;
      });
    }
    return owed;
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

const ZERO = new Decimal(0);

/** Multiplying by 0.01 takes a fraction of dividing by 100, and gives the same. */
const HUNDREDTH = new Decimal("0.01");
const percentOf = (amount: Decimal, percent: string): Decimal => amount.times(percent).times(HUNDREDTH);

/** One commission, exact, not yet rounded; or why it cannot be told. */
function amountOf(commission: Commission, { base, multiplier }: PayableLine): Decimal | Reason {
  if (commission.percent !== undefined) return base === null ? "base-missing" : base.amount.times(rateOf(commission));
  return multiplier === null ? "impressions-missing" : multiplier.times(rateOf(commission));
}

/** Of one unit of the base, or of what is multiplied; read once per document. */
function rateOf(commission: Commission): Decimal {
  const known = RATES.get(commission);
  if (known !== undefined) return known;
  const { percent, fixed = "0" } = commission;
  const rate = percent === undefined ? new Decimal(fixed) : HUNDREDTH.times(percent);
  RATES.set(commission, rate);
  return rate;
}

const RATES = new WeakMap<Commission, Decimal>();

/** Where a commission that can be told comes from. */
function wordsOf(
  { percent, fixed = "0" }: Commission,
  { base, multiplier }: PayableLine,
  { currency }: Pick<Terms, "currency">,
): string {
  if (percent !== undefined && base !== null)
    return `${percent} % of ${base.source}, ${printExact(base.amount, currency)},`;
  const times = multiplier === null || multiplier.equals(1) ? "" : ` × ${multiplier.toFixed()}`;
  return `${printExact(new Decimal(fixed), currency)}${times}`;
}
