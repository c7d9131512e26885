import { z } from "zod";
import { Id, Instant, Moment, Name, Slug, Uuid } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { MemberFilter } from "./member.ts";
import { EventSetup, Payout } from "./payout.ts";
import { CodePattern } from "./promo-code.ts";

/** What is done to each member of a selection. */
export const Edit = z.discriminatedUnion("kind", [
  /** The selection is of partners; those who are members already stay as they are. */
  z.strictObject({
    kind: z.literal("join"),
    terms: Slug.nullable(),
    from: Moment.optional(),
    until: Moment.optional(),
    code: z.union([z.literal(true), CodePattern]).optional(),
  }),
  z.strictObject({ kind: z.literal("move"), terms: Slug.nullable(), termsFrom: Moment.optional() }),
  z.strictObject({ kind: z.literal("status"), active: z.boolean() }),
  z.strictObject({ kind: z.literal("dates"), from: Moment.nullable().optional(), until: Moment.nullable().optional() }),
  /** Gives everyone this payout as a personal one, or makes it the payout of the one they have, whatever its model was. */
  z.strictObject({
    kind: z.literal("personal-payout"),
    eventType: Id,
    title: Name,
    payout: Payout,
    setup: EventSetup.optional(),
  }),
  z.strictObject({ kind: z.literal("remove-personal-payout"), eventType: Id }),
  z.strictObject({ kind: z.literal("codes"), active: z.boolean() }),
  z.strictObject({
    kind: z.literal("code-dates"),
    from: Moment.nullable().optional(),
    until: Moment.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal("reissue-codes"), pattern: CodePattern.optional(), oldUntil: Moment.optional() }),
  z.strictObject({ kind: z.literal("links"), active: z.boolean() }),
]);
export type Edit = z.infer<typeof Edit>;

/** Named partners, or all whom a filter finds: members, for a join partners who are none yet. */
export const Selection = z.union([
  z.strictObject({ partners: z.array(Id).min(1).max(LIMITS.partnersPerBulkEdit) }),
  z.strictObject({ filter: MemberFilter }),
]);
export type Selection = z.infer<typeof Selection>;

export const BulkEditRequest = z.strictObject({ selection: Selection, edit: Edit });
export type BulkEditRequest = z.infer<typeof BulkEditRequest>;

/** `done`: it was or would be changed. `unchanged`: it is so already. `refused`: it cannot be, the sentence says why. */
export const LINE_RESULTS = ["done", "unchanged", "refused"] as const;

/** What happens to one member. */
export const BulkEditLine = z.object({
  partner: z.string(),
  name: z.string(),
  result: z.enum([...LINE_RESULTS, "waiting"]),
  /** "moves from Standard to Gold" */
  sentence: z.string(),
});
export type BulkEditLine = z.infer<typeof BulkEditLine>;

const Counts = z.object({ all: z.int(), done: z.int(), unchanged: z.int(), refused: z.int() });

/** What would change for whom. */
export const BulkEditPreview = z.object({
  /** The edit in words: "Move to Gold". */
  title: z.string(),
  counts: Counts,
  /** The first ones: refusals, which a manager has to know of, before changes before those that stay. */
  lines: z.array(BulkEditLine),
  /** Sent along with the edit, so that what is done is what was shown. */
  fingerprint: z.string(),
});
export type BulkEditPreview = z.infer<typeof BulkEditPreview>;

/** The id is the caller's: sending it again starts nothing a second time. */
export const NewBulkEdit = BulkEditRequest.extend({ id: Uuid, fingerprint: z.string() });
export type NewBulkEdit = z.infer<typeof NewBulkEdit>;

export const BulkEdit = z.object({
  id: z.string(),
  program: z.string(),
  title: z.string(),
  edit: Edit,
  status: z.enum(["running", "finished"]),
  counts: Counts.extend({ waiting: z.int() }),
  startedBy: z.string(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type BulkEdit = z.infer<typeof BulkEdit>;
