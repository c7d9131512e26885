import { z } from "zod";
import { Conversion, ConversionFilter } from "./conversion.ts";
import { Instant } from "./fields.ts";
import { Figures, ReportFilter } from "./report.ts";

/** What a partner sees of its own; nothing of anybody else. */

const Rule = z.object({
  /** Null for the default payout, and for a personal payout that others share: its title may name them. */
  name: z.string().nullable(),
  kind: z.enum(["personal", "group", "default"]),
  criteria: z.string(),
  payout: z.string(),
  /** Asked for as a promo code, beside the criteria. */
  couponCode: z.string().nullable(),
  /** False: a rule above it pays every conversion of this partner already. */
  reached: z.boolean(),
});

export const OwnProgram = z.object({
  program: z.object({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    timezone: z.string(),
    status: z.string(),
  }),
  active: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  /** What the terms are called; null while they were never published, so that nothing is paid yet. */
  terms: z.string().nullable(),
  /** What is paid, in the order in which it is tried; private groups are left out. */
  events: z.array(z.object({ type: z.string(), name: z.string(), rules: z.array(Rule) })),
  codes: z.array(
    z.object({ code: z.string(), active: z.boolean(), from: Instant.nullable(), until: Instant.nullable() }),
  ),
  links: z.array(z.object({ name: z.string(), address: z.string(), url: z.string(), active: z.boolean() })),
});
export type OwnProgram = z.infer<typeof OwnProgram>;

export const Own = z.object({
  partner: z.object({ id: z.string(), name: z.string(), status: z.string(), revenueShare: z.string().nullable() }),
  programs: z.array(OwnProgram),
});
export type Own = z.infer<typeof Own>;

/** Which of its own conversions a partner's list or export shows; everything given must hold. */
export const OwnConversionFilter = ConversionFilter.omit({ partner: true, rule: true }).extend({
  sort: z.enum(["occurredAt", "-occurredAt"]).default("-occurredAt"),
});
export type OwnConversionFilter = z.infer<typeof OwnConversionFilter>;

const OwnAmounts = z.object({ sale: z.string(), payout: z.string() });

/** A conversion as its partner sees it: its public lines alone, without what the platform gets. */
export const OwnConversion = Conversion.pick({
  ...{ id: true, eventType: true, occurredAt: true, order: true, state: true, reason: true },
  ...{ version: true, currency: true, payableFrom: true },
}).extend({
  /** The name is null for the default payout, for several rules, and for a personal payout that others share. */
  rule: z.object({ kind: z.enum(["personal", "group", "default", "mixed"]), name: z.string().nullable() }),
  decided: OwnAmounts,
  /** What is left after corrections. */
  net: OwnAmounts,
});
export type OwnConversion = z.infer<typeof OwnConversion>;

export const OwnReportFilter = ReportFilter.omit({ partner: true });
export type OwnReportFilter = z.infer<typeof OwnReportFilter>;

const OwnFigures = Figures.omit({ platformFee: true, advertiserCost: true });
export type OwnFigures = z.infer<typeof OwnFigures>;

/** What a partner's public conversions of some days came to. */
export const OwnReport = z.object({
  currency: z.string(),
  timezone: z.string(),
  totals: OwnFigures,
  /** Every day of the period, also those without conversions. */
  days: z.array(OwnFigures.extend({ day: z.string() })),
  /** The largest payout first. */
  rules: z.array(
    OwnFigures.extend({
      eventType: z.string(),
      kind: z.enum(["personal", "group", "default"]),
      name: z.string().nullable(),
    }),
  ),
});
export type OwnReport = z.infer<typeof OwnReport>;
