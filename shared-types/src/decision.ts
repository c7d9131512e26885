import type { Expected } from "./conditions.ts";
import type { ConversionEvent } from "./event.ts";
import type { FactValue } from "./facts.ts";
import type { PartnerPast } from "./past.ts";

/** Why a decided event is not paid. The list is closed: the compiler finds a place that forgets one. */
export const REASONS = {
  "not-active": "The program, the partner or the membership was not active when it occurred.",
  "not-a-member": "The program pays members only, and this partner was none when it occurred.",
  "postback-payout-missing": "The rule takes the payout from the postback, and none was received.",
  "revenue-share-missing": "The rule pays the partner's revenue share, and the partner's profile has none.",
  "negative-margin": "The partner would get more than the advertiser pays.",
  "base-missing":
    "The rule pays a percent, and the event carries no order total, subtotal or item amounts to take it of.",
  "impressions-missing": "The rule pays per thousand impressions, and the event does not say how many there were.",
  "duplicate-click": "The rule takes one conversion per click, and this click has had one.",
  "conversion-cap-reached": "The program takes no more conversions in this period.",
  "revenue-budget-reached": "The program's revenue budget for this period does not cover it.",
} as const;
export type Reason = keyof typeof REASONS;

/** The rule that won. `rank` is the group's place in the list, 1 first; id, name and rank are null for the default payout. */
export interface RuleMatch {
  kind: "personal" | "group" | "default";
  id: string | null;
  name: string | null;
  rank: number | null;
}

/** At item level, when the lines were not all won by the same rule. */
export interface MixedMatch {
  kind: "mixed";
}

/** One condition as it was asked: both sides and the answer. `actual` is null when the fact was missing. */
export interface ConditionTrace {
  fact: string;
  operator: string;
  expected: Expected;
  actual: FactValue | null;
  /** True when the event does not carry the fact at all. */
  missing: boolean;
  result: boolean;
}
export type NodeTrace =
  | ConditionTrace
  | { all: NodeTrace[]; result: boolean }
  | { any: NodeTrace[]; result: boolean }
  | { not: NodeTrace; result: boolean };

/** What became of one candidate. Conditions are listed when it was asked, all of them, also behind the first that failed. */
export interface CandidateTrace extends RuleMatch {
  result: "matched" | "not-matched" | "not-reached" | "disabled";
  /** The item line that was looked at, counted from 0; null when the whole order was. */
  item: number | null;
  conditions: NodeTrace[];
}

/** Amounts of a line: decimal strings in major units, rounded to the currency's minor unit. */
export interface DecisionLine {
  /** Index of the item; null for the whole order, or for the rest of it beside goals. */
  item: number | null;
  match: RuleMatch;
  /** The name of the goal that paid the line. */
  goal: string | null;
  status: "payable" | "kpi" | "rejected";
  visibility: "public" | "private";
  /** What a percent was taken of; null when the event carries nothing to take one of. */
  base: string | null;
  payout: string;
  platformFee: string;
  advertiserCost: string;
}

/** How the amounts of one line came about, a sentence a step. */
export interface Calculation {
  item: number | null;
  goal: string | null;
  steps: string[];
}

/**
 * The answer. Amounts are decimal strings in major units of `currency`, rounded to its minor unit by the terms'
 * rounding; always advertiserCost = payout + platformFee. Source: contract 5.
 */
export interface Decision {
  program: string | null;
  /** Which terms decided, in which published version; both null for an unsaved document (/simulate). */
  terms: { id: string | null; version: number | null };
  eventType: string;
  partnerId: string | null;
  /**
   * Where the partner comes from: the event itself, its click, the coupon code of a personal payout, a member's promo
   * code, the customer who is bound to the partner for life.
   */
  partnerFrom: "event" | "click" | "coupon-code" | "promo-code" | "lifetime" | null;
  /** What was weighed before any rule was asked, a sentence each: whose code it was, why it is not active. Left out when nothing was. */
  notes?: string[];
  occurredAt: string;
  level: "order" | "item";
  status: "payable" | "kpi" | "rejected";
  reason: Reason | null;
  match: RuleMatch | MixedMatch;
  currency: string;
  payout: string;
  platformFee: string;
  advertiserCost: string;
  visibility: "public" | "private";
  lines: DecisionLine[];
  /** Only where an explanation was asked for. */
  trace?: CandidateTrace[];
  calculation?: Calculation[];
}

/** The partner as far as the decision is concerned. `revenueShare`: percent, "70" is 70 %. */
export interface PartnerProfile {
  id: string;
  revenueShare?: string;
  past?: PartnerPast;
}

/** The event when it is decided: by then the moment is known. */
export type DatedEvent = ConversionEvent & { occurredAt: string };
