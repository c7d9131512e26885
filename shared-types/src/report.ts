import { z } from "zod";
import { shown } from "./fault.ts";
import { Day, Instant, Uuid } from "./fields.ts";

/** What a program's conversions of some days came to. Amounts are decimal strings in major units of the program's currency. */

export const ReportFilter = z.strictObject({
  /** Days of the program's time zone, both included: "2026-11-01". */
  from: Day,
  until: Day,
  partner: z.string().optional(),
});
export type ReportFilter = z.infer<typeof ReportFilter>;

/** Net of corrections; KPI and rejected conversions are counted apart and never in `conversions`. */
export const Figures = z.object({
  conversions: z.int(),
  sales: z.string(),
  payout: z.string(),
  platformFee: z.string(),
  advertiserCost: z.string(),
  /** Payout in percent of sales, two digits; null without sales. */
  effectiveRate: z.string().nullable(),
  rejected: z.int(),
  kpi: z.int(),
  /** Conversions of which nothing is left. */
  reversed: z.int(),
});
export type Figures = z.infer<typeof Figures>;

export const RuleFigures = Figures.extend({
  terms: z.string(),
  eventType: z.string(),
  kind: z.enum(["personal", "group", "default"]),
  id: z.string().nullable(),
  name: z.string().nullable(),
});
export type RuleFigures = z.infer<typeof RuleFigures>;

export const Report = z.object({
  currency: z.string(),
  timezone: z.string(),
  totals: Figures,
  /** Every day of the period, also those without conversions. */
  days: z.array(Figures.extend({ day: z.string() })),
  rules: z.array(RuleFigures),
  /** The largest payout first. */
  partners: z.array(Figures.extend({ partner: z.string().nullable(), name: z.string() })),
  /** Groups in force that nothing was decided by in these days. */
  neverFired: z.array(z.object({ terms: z.string(), eventType: z.string(), id: z.string(), name: z.string() })),
});
export type Report = z.infer<typeof Report>;

/** Pays what has become payable, per partner. `until`: what became payable up to the end of that day, in the program's time zone. */
export const NewPayoutRun = z.strictObject({ id: Uuid, until: Day });
export type NewPayoutRun = z.infer<typeof NewPayoutRun>;

export const PayoutRunLine = z.object({
  partner: z.string(),
  name: z.string(),
  conversions: z.int(),
  payout: z.string(),
});
export type PayoutRunLine = z.infer<typeof PayoutRunLine>;

/** Partners whose balance is zero or below are carried over to the next run. */
export const PayoutRun = z.object({
  id: z.string(),
  program: z.string(),
  until: z.string(),
  status: z.enum(["running", "finished"]),
  partners: z.int(),
  conversions: z.int(),
  payout: z.string(),
  currency: z.string(),
  startedAt: Instant,
  startedBy: z.string(),
});
export type PayoutRun = z.infer<typeof PayoutRun>;

/** What a payout run would pay if it were started now. The lists hold the largest amounts first, at most 500 lines each. */
export const PayoutPreview = z.object({
  until: z.string(),
  currency: z.string(),
  partners: z.int(),
  conversions: z.int(),
  payout: z.string(),
  lines: z.array(PayoutRunLine),
  /** Partners whose balance is zero or below; nothing is paid to them. */
  carriedOver: z.array(PayoutRunLine),
  carriedOverPartners: z.int(),
});
export type PayoutPreview = z.infer<typeof PayoutPreview>;

/** A month of the program's time zone: "2026-10". */
export const BonusMonth = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
    error: ({ input }) => `must be a month like "2026-10", not ${shown(input)}`,
  }),
});
export type BonusMonth = z.infer<typeof BonusMonth>;

/** What the month's highest tier would have paid beyond what was paid. `month`: "2026-10". */
export const BonusLine = z.object({
  partner: z.string(),
  name: z.string(),
  conversions: z.int(),
  paid: z.string(),
  wouldBe: z.string(),
  bonus: z.string(),
  /** Whether it was entered already. */
  entered: z.boolean(),
});
export type BonusLine = z.infer<typeof BonusLine>;

export const Bonuses = z.object({ items: z.array(BonusLine) });
