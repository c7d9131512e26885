import {
  type Cap,
  type Conditions,
  criteriaSentence,
  type EventSetup,
  formatNumber,
  formatPercent,
  type LifetimeLimits,
  type Payout,
  payoutSentence,
  plainText,
} from "@firstmatch/shared-types";
import { shownMoment } from "../../components/Moment.tsx";
import { capsText, lifetimeText } from "../programs/recording-words.ts";

/** What a line's values depend on. */
export interface SideContext {
  currency: string;
  timezone: string | undefined;
}

export type Level = "order" | "item";

const WORDS: Record<string, Record<string, string>> = {
  access: { open: "members and everyone else", "members-only": "members only" },
  attribution: { code: "the promo code", click: "the click" },
  level: { order: "the order", item: "each item" },
  tiers: { "beyond-step": "beyond the step", "whole-month": "all of the month" },
};

/** The fields that hold nothing, in words. */
const NOTHING: Record<string, string> = {
  terms: "the program's default terms",
  from: "no limit",
  until: "no limit",
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/** A field's value as a manager reads it. */
export function valueText(field: string, value: unknown, context: SideContext): string {
  if (field === "caps") return capsText(value as Cap[], context.currency);
  if (field === "lifetime") return lifetimeText(value as LifetimeLimits);
  if (value === null || value === undefined || value === "") return NOTHING[field] ?? "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatNumber(String(value));
  if (typeof value === "string") {
    if (field === "revenueShare") return formatPercent(value);
    return WORDS[field]?.[value] ?? (INSTANT.test(value) ? shownMoment(value, context.timezone) : value);
  }
  const parts = Array.isArray(value)
    ? value.map((each) => valueText(field, each, context))
    : Object.entries(value).map(([name, each]) => `${name} ${valueText(name, each, context)}`);
  return parts.join(", ") || "none";
}

export const payoutText = (payout: Payout, level: Level, { currency }: SideContext, setup?: EventSetup): string =>
  plainText(payoutSentence(payout, { currency, level, whole: true, ...(setup && { setup }) }));

export const criteriaText = (conditions: Conditions, { currency }: SideContext): string =>
  plainText(criteriaSentence(conditions, { currency, whole: true }));

const SETUP: Record<string, (value: unknown) => string> = {
  visibility: (value) => String(value),
  recurrent: (value) => (value ? "several conversions of a click" : "one conversion of a click"),
  classification: (value) => (value === "kpi" ? "KPI" : String(value)),
  conversionCap: (value) => (value ? "counts towards the conversion cap" : "outside of the conversion cap"),
  revenueBudget: (value) => (value ? "counts towards the revenue budget" : "outside of the revenue budget"),
};

/** `private, KPI` */
export const setupText = (setup: EventSetup): string =>
  Object.entries(setup)
    .map(([field, value]) => SETUP[field]?.(value) ?? `${field} ${value}`)
    .join(", ");
