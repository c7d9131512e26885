import { type Decision, REASONS } from "@firstmatch/shared-types";
import { z } from "zod";

/** The decision as the API documentation shows it; the type in shared-types is the truth, see the check below. */
const Amount = z.string().describe("Decimal string in major units, rounded to the currency's minor unit");
const Status = z.enum(["payable", "kpi", "rejected"]);
const Visibility = z.enum(["public", "private"]);
const rule = {
  kind: z.enum(["personal", "group", "default"]),
  id: z.string().nullable(),
  name: z.string().nullable(),
  rank: z.int().nullable().describe("The group's place in the list, from 1"),
};

const ConditionTrace = z.object({
  fact: z.string(),
  operator: z.string(),
  expected: z.union([z.string(), z.array(z.string()), z.literal(true)]),
  actual: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]),
  missing: z.boolean().describe("The event does not carry the fact"),
  result: z.boolean(),
});
const NestedTrace = z.looseObject({ result: z.boolean() }).describe("all, any or not, with the traces inside");

const Line = z.object({
  item: z.int().nullable(),
  match: z.object(rule),
  goal: z.string().nullable(),
  status: Status,
  visibility: Visibility,
  base: z.string().nullable(),
  payout: Amount,
  platformFee: Amount,
  advertiserCost: Amount,
});

export const DecisionSchema = z.object({
  program: z.string().nullable(),
  terms: z.object({ id: z.string().nullable(), version: z.int().nullable() }),
  eventType: z.string(),
  partnerId: z.string().nullable(),
  partnerFrom: z.enum(["event", "click", "coupon-code", "promo-code", "lifetime"]).nullable(),
  notes: z
    .array(z.string())
    .optional()
    .describe("What was weighed before any rule was asked; left out when nothing was"),
  occurredAt: z.string(),
  level: z.enum(["order", "item"]),
  status: Status,
  reason: z
    .enum(Object.keys(REASONS) as [keyof typeof REASONS])
    .nullable()
    .describe("Why it was rejected"),
  match: z.union([z.object(rule), z.object({ kind: z.literal("mixed") })]),
  currency: z.string(),
  payout: Amount,
  platformFee: Amount,
  advertiserCost: Amount,
  visibility: Visibility,
  lines: z.array(Line).describe("At item level, or where goals paid; else empty"),
  trace: z
    .array(
      z.object({
        ...rule,
        result: z.enum(["matched", "not-matched", "not-reached", "disabled"]),
        item: z.int().nullable(),
        conditions: z.array(z.union([ConditionTrace, NestedTrace])),
      }),
    )
    .optional()
    .describe("What became of every candidate; only with explain"),
  calculation: z
    .array(z.object({ item: z.int().nullable(), goal: z.string().nullable(), steps: z.array(z.string()) }))
    .optional()
    .describe("How the amounts came about; only with explain"),
}) satisfies z.ZodType<Omit<Decision, "notes" | "trace" | "calculation">>;

export const RecordedDecision = DecisionSchema.extend({ conversionId: z.string() });
