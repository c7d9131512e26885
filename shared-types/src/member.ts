import { z } from "zod";
import { Id, Instant, Moment, page, Slug } from "./fields.ts";
import { CodePattern } from "./promo-code.ts";

/** A partner joins a program, from now on. */
export const NewMember = z.strictObject({
  partner: Id,
  /** Left out: the program's default terms, and whichever later become the default. */
  terms: Slug.nullable().optional(),
  from: Moment.optional(),
  until: Moment.optional(),
  /** Gives the member a promo code as well; true: by the program's pattern. */
  code: z.union([z.literal(true), CodePattern]).optional(),
});
export type NewMember = z.infer<typeof NewMember>;

/** What is left out stays; null: no limit, or for the terms the program's default. */
export const MemberChange = z.strictObject({
  terms: Slug.nullable().optional(),
  /** When the move to these terms takes force: now, when it is left out, or later. */
  termsFrom: Moment.optional(),
  active: z.boolean().optional(),
  from: Moment.nullable().optional(),
  until: Moment.nullable().optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** A move to other terms that is not in force yet. */
export const PlannedMove = z.object({ terms: z.string().nullable(), from: Instant });
export type PlannedMove = z.infer<typeof PlannedMove>;

/** A partner enrolled in a program, as it is now. Paid for events from `from` (included) to `until` (not). */
export const Member = z.object({
  program: z.string(),
  partner: z.object({
    id: z.string(),
    name: z.string(),
    status: z.enum(["active", "inactive"]),
    tags: z.array(z.string()),
  }),
  /** Null: the program's default terms. */
  terms: z.string().nullable(),
  active: z.boolean(),
  from: Instant.nullable(),
  until: Instant.nullable(),
  plannedMoves: z.array(PlannedMove),
  /** How many there are in all, and how many of them are active. */
  codes: z.object({ all: z.int(), active: z.int(), first: z.string().nullable() }),
  links: z.object({ all: z.int(), active: z.int() }),
  /** Those beside the terms that decide now; others pay nothing while they do. */
  personalPayouts: z.int(),
  joinedAt: Instant,
  revision: z.int(),
});
export type Member = z.infer<typeof Member>;

/** `total`: how many the filter finds in all, on this page and the others. */
export const MemberPage = page(Member).extend({ total: z.int() });

/** Finds members of a program; everything given must hold. */
export const MemberFilter = z.strictObject({
  /** Part of the partner's name, id, e-mail, or of a promo code; without regard to case. */
  search: z.string().max(200).optional(),
  /** Terms now; "default" for those on the program's default. */
  terms: z.string().optional(),
  active: z.enum(["true", "false"]).optional(),
  tag: z.string().optional(),
});
export type MemberFilter = z.infer<typeof MemberFilter>;
