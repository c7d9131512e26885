import { z } from "zod";
import { Instant } from "./fields.ts";

/** What a partner sees of its own; nothing of anybody else. */

const Rule = z.object({
  /** Null for the default payout. */
  name: z.string().nullable(),
  kind: z.enum(["personal", "group", "default"]),
  criteria: z.string(),
  payout: z.string(),
  couponCode: z.string().nullable(),
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
  terms: z.string(),
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
