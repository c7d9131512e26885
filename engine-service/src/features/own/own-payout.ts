import {
  type Commission,
  Decimal,
  type EventSetup,
  formatAmount,
  formatPercent,
  type Goal,
  type Payout,
  payoutSentence,
  plainText,
} from "@firstmatch/shared-types";

interface OwnPayoutOptions {
  currency: string;
  level: "order" | "item";
  setup: EventSetup;
  /** The partner's revenue share in this program, "70" is 70 %; null: none. */
  share: string | null;
}

/**
 * What a rule pays, as the partner reads it: its own amounts alone. What the platform keeps and the advertiser pays is
 * nobody's business here, so a margin or a revenue share is worked into the partner's percent or amount (contract 4,
 * Money; exact, before rounding).
 */
export function ownPayout(payout: Payout, options: OwnPayoutOptions): string {
  const { setup, currency, share } = options;
  if (setup.classification === "kpi" || payout.overrideRevenueShare !== false)
    return sentence(withoutOthers(payout), options);
  if (share === null) return "your revenue share, which is not agreed yet";
  const own = sharedWith(payout, share);
  if (own !== null) return sentence(own, options);
  const bounds = [
    payout.min !== undefined && `at least ${formatAmount(payout.min, currency)}`,
    payout.max !== undefined && `at most ${formatAmount(payout.max, currency)}`,
  ].filter((bound) => bound !== false);
  return [`${formatPercent(share)} of what the advertiser pays`, bounds.join(" and ")].filter(Boolean).join(", ");
}

const sentence = (payout: Payout, options: OwnPayoutOptions): string =>
  plainText(payoutSentence(payout, { ...options, whole: true }));

function withoutOthers({ platform: _, advertiser: _paid, postback, goals, ...own }: Payout): Payout {
  return {
    ...own,
    ...(postback !== undefined && { postback: received(postback, percentLeft(postback.margin)) }),
    ...(goals !== undefined && {
      goals: goals.map(({ name, by, values, partner }) => ({ name, by, values, partner })),
    }),
  };
}

/** Null where no single percent or amount says it: a percent for the one and a fixed amount for the other. */
function sharedWith(payout: Payout, share: string): Payout | null {
  const { postback, goals, partner: _, platform: _fee, advertiser: _paid, ...own } = payout;
  const partner = part(costOf(payout, payout), share);
  const parts = (goals ?? []).map((goal) => ({ ...goal, partner: part(costOf(goal, payout), share) }));
  const needsOwn = postback?.mode !== "required";
  if (needsOwn && (partner === null || parts.some((goal) => goal.partner === null))) return null;
  return {
    ...own,
    overrideRevenueShare: true,
    ...(partner !== null && { partner }),
    ...(postback !== undefined && { postback: received(postback, share) }),
    ...(goals !== undefined &&
      needsOwn && {
        goals: parts.map(({ name, by, values, partner }) => ({ name, by, values, partner: partner as Commission })),
      }),
  };
}

/** What the advertiser pays in all; null where it takes two numbers to say. */
function costOf(rule: Payout | Goal, payout: Payout): Commission | null {
  const { platform, advertiser } = rule.platform === undefined && rule.advertiser === undefined ? payout : rule;
  if (advertiser !== undefined) return advertiser;
  if (rule.partner === undefined || platform === undefined) return rule.partner ?? null;
  for (const unit of ["percent", "fixed"] as const) {
    const [one, other] = [rule.partner[unit], platform[unit]];
    if (one !== undefined && other !== undefined) return { [unit]: new Decimal(one).plus(other).toFixed() };
  }
  return null;
}

function part(cost: Commission | null, share: string): Commission | null {
  if (cost === null) return null;
  return cost.percent === undefined
    ? { fixed: times(cost.fixed as string, share) }
    : { percent: times(cost.percent, share) };
}

/** @param left the percent of what was received and modified that goes to the partner */
const received = ({ mode, modifier }: NonNullable<Payout["postback"]>, left: string) => ({
  mode,
  ...(modifier !== undefined && { modifier: times(modifier, left) }),
});

const times = (number: string, percent: string): string => new Decimal(number).times(percent).div(100).toFixed();
const percentLeft = (margin: string | undefined): string => new Decimal(100).minus(margin ?? "0").toFixed();
