import { z } from "zod";
import { Amount, Percent, readDecimal, Share } from "./amount.ts";
import { LIMITS } from "./limits.ts";
import { alsoCheck, type Complain, eachRecord, inside, isRecord, type Loose } from "./refine.ts";

/** CPS per sale, CPA per action, CPC per click, CPM per thousand impressions, lifetime for all a customer's purchases. */
export const PAYOUT_MODELS = ["CPS", "CPA", "CPC", "CPM", "lifetime"] as const;
export type PayoutModel = (typeof PAYOUT_MODELS)[number];

/** The models that may pay a percent; the others have no amount of sale to take it of. */
export const takesPercent = (model: unknown): boolean => model === "CPS" || model === "lifetime";

/** Paid by count of clicks or impressions, so neither item lines nor goals mean anything to them. */
export const paysTraffic = (model: unknown): boolean => model === "CPC" || model === "CPM";

/** Exactly one of: percent of the base, or a fixed amount in major units of the terms' currency. */
const Commission = alsoCheck(
  z.strictObject({ percent: Percent.optional(), fixed: Amount.optional() }),
  (commission, complain) => {
    if ((commission.percent === undefined) === (commission.fixed === undefined))
      complain([], 'needs either "percent" or "fixed", and not both');
  },
);
export type Commission = z.infer<typeof Commission>;

const Name = z.string().trim().min(1).max(LIMITS.nameLength);

const Goal = z.strictObject({
  name: Name,
  by: z.enum(["category", "product"]),
  values: z.array(z.string().min(1).max(LIMITS.textLength)).min(1).max(LIMITS.listEntries),
  partner: Commission,
  platform: Commission.optional(),
  advertiser: Commission.optional(),
});
export type Goal = z.infer<typeof Goal>;

const Postback = z.strictObject({
  mode: z.enum(["ignored", "required", "overrides"]),
  modifier: Percent.optional(),
  margin: Share.optional(),
});
export type Postback = z.infer<typeof Postback>;

/**
 * What a rule pays. Amounts are decimal strings in major units of the terms' currency, percents "7.5" for 7.5 %.
 * `min` and `max` bound the partner's amount, per order at order level, per line at item level. Source: contract 2 and 4.
 */
export const Payout = alsoCheck(
  z.strictObject({
    model: z.enum(PAYOUT_MODELS),
    partner: Commission.optional(),
    platform: Commission.optional(),
    advertiser: Commission.optional(),
    goals: z.array(Goal).max(LIMITS.goalsPerPayout).optional(),
    postback: Postback.optional(),
    overrideRevenueShare: z.boolean().optional(),
    min: Amount.optional(),
    max: Amount.optional(),
  }),
  (payout, complain) => {
    checkParties(payout, payout, [], complain);
    eachRecord(payout.goals, (goal, at) => checkParties(goal, payout, ["goals", at], complain));
    if (Array.isArray(payout.goals) && payout.goals.length > 0 && paysTraffic(payout.model)) {
      complain(
        ["goals"],
        `goals pay items of an order; a ${payout.model} payout has none, so use CPS, CPA or lifetime`,
      );
    }
    if (payout.partner === undefined && usesPartnerAmount(payout)) {
      complain(["partner"], 'is missing; say what the partner gets, like { "percent": "10" } or { "fixed": "5.00" }');
    }
    const mode = inside(payout, "postback", "mode");
    if ((mode === "required" || mode === "overrides") && inside(payout, "postback", "modifier") === undefined) {
      complain(
        ["postback", "modifier"],
        `is missing; mode "${mode}" needs it: "100" takes the received amount as it is`,
      );
    }
    if (isAbove(payout.min, payout.max))
      complain(["min"], `must not be above max: ${payout.min} is more than ${payout.max}`);
  },
);
export type Payout = z.infer<typeof Payout>;

export const PARTIES = ["partner", "platform", "advertiser"] as const;
export type Party = (typeof PARTIES)[number];

/** Who gets and pays what, in the payout itself or in one of its goals. */
function checkParties(rule: Loose, payout: Loose, path: (string | number)[], complain: Complain) {
  const { model } = payout;
  if (rule.platform !== undefined && rule.advertiser !== undefined) {
    complain(
      [...path, "advertiser"],
      "give either what the platform keeps or what the advertiser pays in all, not both: the other is derived",
    );
  }
  for (const party of PARTIES) {
    if (
      inside(rule, party, "percent") !== undefined &&
      PAYOUT_MODELS.some((known) => known === model) &&
      !takesPercent(model)
    ) {
      complain(
        [...path, party, "percent"],
        `a percent needs a CPS or lifetime payout; this one is ${model}, which pays a fixed amount`,
      );
    }
  }
  // What could only lose money is refused. Where a maximum may mend it, the event tells: `rejected: negative-margin`.
  if (!usesPartnerAmount(payout) || payout.overrideRevenueShare === false || payout.max !== undefined) return;
  // A goal that says nothing of the platform and the advertiser takes what the payout says.
  const payer = rule.platform === undefined && rule.advertiser === undefined ? payout : rule;
  for (const unit of ["fixed", "percent"]) {
    const [gets, pays] = [inside(rule, "partner", unit), inside(payer, "advertiser", unit)];
    if (isAbove(gets, pays)) {
      complain(
        [...path, payer === rule ? "advertiser" : "partner", unit],
        `the advertiser must pay at least what the partner gets: ${pays} is less than ${gets}`,
      );
    }
  }
}

/** Why a minimum can never be paid: it is above what the advertiser pays per order. Per item the quantity tells. */
export function minimumAboveCost(payout: unknown): string | undefined {
  if (!isRecord(payout) || paysTraffic(payout.model) || payout.goals !== undefined) return undefined;
  const postback = inside(payout, "postback", "mode");
  const pays = inside(payout, "advertiser", "fixed");
  if ((postback !== undefined && postback !== "ignored") || !isAbove(payout.min, pays)) return undefined;
  return `must not be above what the advertiser pays: ${payout.min} is more than ${pays}`;
}

const isAbove = (left: unknown, right: unknown): boolean => {
  const [a, b] = [readDecimal(left), readDecimal(right)];
  return a !== undefined && b !== undefined && a.greaterThan(b);
};

/** Whether the partner's amount of the rule itself can ever be paid, or is always derived from something else. */
export const usesPartnerAmount = (payout: {
  postback?: unknown;
  overrideRevenueShare?: unknown;
  advertiser?: unknown;
}): boolean =>
  inside(payout, "postback", "mode") !== "required" &&
  !(payout.overrideRevenueShare === false && payout.advertiser !== undefined);

export const SETUP_DEFAULTS = {
  visibility: "public",
  recurrent: true,
  classification: "payable",
  conversionCap: true,
  revenueBudget: true,
} as const satisfies EffectiveSetup;

/** The event setup; what a group leaves out comes from its default payout, what that leaves out from SETUP_DEFAULTS. */
export const EventSetup = z.strictObject({
  visibility: z.enum(["public", "private"]).optional(),
  recurrent: z.boolean().optional(),
  classification: z.enum(["payable", "kpi"]).optional(),
  conversionCap: z.boolean().optional(),
  revenueBudget: z.boolean().optional(),
});
export type EventSetup = z.infer<typeof EventSetup>;
/** With nothing left out any more. */
export type EffectiveSetup = { [field in keyof EventSetup]-?: NonNullable<EventSetup[field]> };

/** A rule's own setup over its default payout's, over the general defaults. */
export const effectiveSetup = (own: EventSetup | undefined, inherited: EventSetup | undefined): EffectiveSetup => {
  const given = (setup: EventSetup | undefined) =>
    Object.entries(setup ?? {}).filter(([, value]) => value !== undefined);
  return { ...SETUP_DEFAULTS, ...Object.fromEntries([...given(inherited), ...given(own)]) };
};
