import { z } from "zod";
import { Instant } from "./fields.ts";

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
