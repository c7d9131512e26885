import { readDecimal } from "./amount.ts";
import { formatAmount, formatNumber, formatPercent } from "./formats.ts";
import type { Commission, EventSetup, Goal, Payout, PayoutModel } from "./payout.ts";
import { joinSentences, joint, listed, type Sentence, type SentencePart, value, words } from "./sentence.ts";
import { printValueList } from "./value-list.ts";

export interface PayoutSentenceOptions {
  currency: string;
  level: "order" | "item";
  /** The rule's effective setup: a KPI is tracked, not paid. */
  setup?: EventSetup;
  /** Name every goal with all that it says; otherwise a long list is cut. */
  whole?: boolean;
}

const GOALS_WHEN_CUT = 3;

/** What a rule pays, as a manager reads it: `15 % of the order plus 2 % to the platform`. Source: contract 4. */
export function payoutSentence(payout: Payout, options: PayoutSentenceOptions): Sentence {
  if (options.setup?.classification === "kpi") return [words("tracked, not paid")];
  const amounts = amountsSentence(payout, options);
  const bounds = boundsSentence(payout, options);
  if (bounds.length === 0) return amounts;
  // Behind several amounts a comma would bind the bounds to the last one only.
  const several = amounts.some(({ emphasis }) => emphasis === "joint");
  return [...amounts, several ? joint("; ") : words(", "), ...bounds];
}

function amountsSentence(payout: Payout, options: PayoutSentenceOptions): Sentence {
  const mode = payout.postback?.mode ?? "ignored";
  if (mode === "ignored") return ownSentence(payout, options);
  if (mode === "required") return postbackSentence(payout);
  return [...postbackSentence(payout), joint("; "), words("when it has none, "), ...ownSentence(payout, options)];
}

/** The rule's own amounts, and its goals. */
function ownSentence(payout: Payout, options: PayoutSentenceOptions): Sentence {
  const unit = payoutUnit(payout.model, options.level);
  const life = payout.model === "lifetime" ? [words(", for all of the customer's orders")] : [];
  const goals = goalsSentence(payout, options);
  return [
    ...partiesSentence(payout, payout, unit, options),
    ...life,
    ...(goals.length > 0 ? [joint("; "), ...goals] : []),
  ];
}

/** What a percent is taken of, and what a fixed amount is paid for: `of the order`, `per click`. */
export interface PayoutUnit {
  of: string;
  per: string;
}

const PER_EVENT: Record<PayoutModel, string> = {
  CPS: "per order",
  lifetime: "per order",
  CPA: "per action",
  CPC: "per click",
  CPM: "per 1,000 impressions",
};

export const payoutUnit = (model: PayoutModel, level: "order" | "item"): PayoutUnit =>
  level === "item" ? { of: "of each item", per: "per item" } : { of: "of the order", per: PER_EVENT[model] };

/** The commissions of the payout, or of one of its goals: a goal that names neither other party takes the payout's. */
function partiesSentence(
  rule: Payout | Goal,
  payout: Payout,
  unit: PayoutUnit,
  { currency }: PayoutSentenceOptions,
): Sentence {
  const own = rule.partner === undefined ? [value("…")] : commission(rule.partner, currency, unit);
  if (payout.overrideRevenueShare !== false) return [...own, ...othersSentence(rule, currency)];
  const share = words("the partner's revenue share of ");
  const { platform, advertiser } = rule.platform === undefined && rule.advertiser === undefined ? payout : rule;
  if (advertiser !== undefined) return [share, ...commission(advertiser, currency, unit)];
  if (platform === undefined) return [share, ...own];
  return [share, ...own, words(" plus "), ...commission(platform, currency)];
}

function othersSentence({ platform, advertiser }: Payout | Goal, currency: string): Sentence {
  if (advertiser !== undefined) return [words(", the advertiser pays "), ...commission(advertiser, currency)];
  if (platform !== undefined) return [words(" plus "), ...commission(platform, currency), words(" to the platform")];
  return [];
}

function commission({ percent, fixed }: Partial<Commission>, currency: string, unit?: PayoutUnit): Sentence {
  if (percent !== undefined) return withUnit(percent === "" ? "…" : formatPercent(percent), unit?.of);
  return withUnit(fixed === undefined || fixed === "" ? "…" : formatAmount(fixed, currency), unit?.per);
}

const withUnit = (text: string, unit?: string): Sentence => (unit ? [value(text), words(` ${unit}`)] : [value(text)]);

/** What the goals pay, one after another. */
export function goalsSentence(payout: Payout, options: PayoutSentenceOptions): Sentence {
  const goals = payout.goals ?? [];
  const cut = options.whole || goals.length <= GOALS_WHEN_CUT + 1 ? goals.length : GOALS_WHEN_CUT;
  const none = { of: "", per: options.level === "item" ? "per item" : "" };
  const named = goals
    .slice(0, cut)
    .map((goal) => [
      words(`${goal.name || "…"}${options.whole ? goalScope(goal) : ""}: `),
      ...partiesSentence(goal, payout, none, options),
    ]);
  const more = goals.length - cut;
  if (more > 0) named.push([words(`${formatNumber(String(more))} more goals`)]);
  return joinSentences(named, joint("; "));
}

const goalScope = ({ by, values }: Goal): string => ` (${by} ${printValueList(values)})`;

function postbackSentence({ postback, overrideRevenueShare }: Payout): Sentence {
  const { modifier = "", margin } = postback ?? {};
  const received: Sentence = readDecimal(modifier)?.equals(100)
    ? [value("the postback's payout")]
    : [value(modifier === "" ? "…" : formatPercent(modifier)), words(" of the postback's payout")];
  // The revenue share says what stays with the platform; a margin is not used beside it.
  if (overrideRevenueShare === false) return [words("the partner's revenue share of "), ...received];
  if (margin === undefined || margin === "" || readDecimal(margin)?.isZero()) return received;
  return [...received, words(" less "), value(formatPercent(margin)), words(" margin")];
}

function boundsSentence({ min, max }: Payout, { currency, level }: PayoutSentenceOptions): Sentence {
  const bounds: SentencePart[] = [];
  if (min !== undefined && min !== "") bounds.push(value(`at least ${formatAmount(min, currency)}`));
  if (max !== undefined && max !== "") bounds.push(value(`at most ${formatAmount(max, currency)}`));
  if (bounds.length === 0) return [];
  return [...listed(bounds, "and"), ...(level === "item" ? [words(" per item")] : [])];
}
