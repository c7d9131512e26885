import { z } from "zod";
import { Share } from "./amount.ts";
import { Id, Instant, Name, Slug } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { foldText } from "./text.ts";

/** Inactive: decided `rejected: not-active` in every program. */
export const PARTNER_STATUSES = ["active", "inactive"] as const;

export const Contact = z.strictObject({
  name: Name.optional(),
  email: z.email({ error: "must be an e-mail address" }).max(LIMITS.nameLength).optional(),
  phone: Name.optional(),
});
export type Contact = z.infer<typeof Contact>;

const Tags = z
  .array(Name.max(50))
  .max(LIMITS.tagsPerPartner)
  .superRefine((tags, context) => {
    const folded = tags.map(foldText);
    for (const [at, tag] of folded.entries())
      if (folded.indexOf(tag) < at)
        context.addIssue({ code: "custom", path: [at], message: `"${tags[at]}" is there already, or in another case` });
  });

/** Percent of the advertiser's cost, "70" is 70 %, where a payout goes by the partner's revenue share; null: none. */
const RevenueShare = Share.nullable();

/** By program, where it differs from the general one. */
const ProgramShares = z.record(Slug, Share);

export const NewPartner = z.strictObject({
  id: Id,
  name: Name,
  contact: Contact.optional(),
  status: z.enum(PARTNER_STATUSES).optional(),
  revenueShare: RevenueShare.optional(),
  programRevenueShares: ProgramShares.optional(),
  tags: Tags.optional(),
});
export type NewPartner = z.infer<typeof NewPartner>;

/** What is left out stays; lists and objects are replaced whole. Shares and status hold from now on. */
export const PartnerChange = NewPartner.omit({ id: true }).partial();
export type PartnerChange = z.infer<typeof PartnerChange>;

export const Partner = z.object({
  id: z.string(),
  name: z.string(),
  contact: Contact,
  status: z.enum(PARTNER_STATUSES),
  revenueShare: z.string().nullable(),
  programRevenueShares: z.record(z.string(), z.string()),
  tags: z.array(z.string()),
  /** Ids of the programs that the partner is a member of. */
  programs: z.array(z.string()),
  /** Goes up by one with every change; the ETag. */
  revision: z.int(),
  createdAt: Instant,
});
export type Partner = z.infer<typeof Partner>;
