import { z } from "zod";
import { Instant, Moment } from "./fields.ts";

/** What can be changed. */
export const THINGS = {
  program: "Program",
  terms: "Terms",
  version: "Version",
  "personal-payout": "Personal payout",
  partner: "Partner",
  member: "Member",
  "promo-code": "Promo code",
  link: "Link",
  conversion: "Conversion",
  customer: "Customer",
  "payout-run": "Payout run",
  "bulk-edit": "Bulk edit",
  key: "Key",
} as const;
export type ThingKind = keyof typeof THINGS;

/** One change: who, when, what, before and after. Never changed again. */
export const HistoryEntry = z.object({
  id: z.string(),
  at: Instant,
  by: z.object({ id: z.string(), name: z.string() }),
  thing: z.object({ kind: z.enum(Object.keys(THINGS) as [ThingKind]), id: z.string(), name: z.string() }),
  program: z.string().nullable(),
  /** The partners whom it concerns. */
  partners: z.array(z.string()),
  /** The bulk edit that it was part of. */
  bulkEdit: z.string().nullable(),
  sentence: z.string(),
  /** What differs, as it was and as it is; null where there was, or is, nothing. */
  before: z.unknown(),
  after: z.unknown(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** Finds changes; everything given must hold. */
export const HistoryFilter = z.strictObject({
  program: z.string().optional(),
  partner: z.string().optional(),
  thing: z.enum(Object.keys(THINGS) as [ThingKind]).optional(),
  /** Id of the thing, beside its kind. */
  id: z.string().optional(),
  /** Id of the key that made the change. */
  by: z.string().optional(),
  bulkEdit: z.string().optional(),
  /** Of a bulk edit only its own line, without what it did to each member. */
  folded: z.literal("true").optional(),
  /** From this moment on, until before that one. */
  from: Moment.optional(),
  until: Moment.optional(),
});
export type HistoryFilter = z.infer<typeof HistoryFilter>;
