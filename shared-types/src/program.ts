import { z } from "zod";
import { Cap } from "./cap.ts";
import { Instant, Moment, Name, Slug } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { CodePattern } from "./promo-code.ts";
import { Currency, PersonalPayout, Terms, TimeZone } from "./terms.ts";

/** What the management API under /api takes and gives: programs, their terms, drafts, published versions, personal payouts. */

const Text = z.string().trim().max(LIMITS.noteLength);

export const NewProgram = z.strictObject({ id: Slug, name: Name, currency: Currency, timezone: TimeZone });
export type NewProgram = z.infer<typeof NewProgram>;

/** Paused for a while, or ended for good: nothing that occurs then is paid. */
export const PROGRAM_STATUSES = ["active", "paused", "ended"] as const;

/** Who may be paid: members by their terms and everyone else by the default terms, or members only. */
export const PROGRAM_ACCESS = ["open", "members-only"] as const;

/** Whose event it is when its promo code belongs to another member than the click. */
export const ATTRIBUTIONS = ["code", "click"] as const;

/** How long a customer stays a partner's under a lifetime payout; null: without a limit. */
export const LifetimeLimits = z.strictObject({
  months: z.int().min(1).max(1_200).nullable(),
  /** Purchases, the first one among them. */
  orders: z.int().min(1).max(1_000_000).nullable(),
});
export type LifetimeLimits = z.infer<typeof LifetimeLimits>;

/** What a performance tier pays: the conversions beyond its step, or, by a bonus at the month's end, all of the month. */
export const TIER_RULES = ["beyond-step", "whole-month"] as const;

/** Settings of what is recorded: they hold for what is recorded from their saving on, whenever it occurred. */
const Recording = {
  caps: z.array(Cap).max(LIMITS.capsPerProgram),
  /** Days from the conversion until its payout is payable. */
  holdingDays: z.int().min(0).max(3_650),
  lifetime: LifetimeLimits,
  tiers: z.enum(TIER_RULES),
};

/** A change to a program, from now on; what is left out stays. */
export const ProgramChange = z.strictObject({
  name: Name.optional(),
  defaultTerms: Slug.optional(),
  status: z.enum(PROGRAM_STATUSES).optional(),
  access: z.enum(PROGRAM_ACCESS).optional(),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  codePattern: CodePattern.optional(),
  caps: Recording.caps.optional(),
  holdingDays: Recording.holdingDays.optional(),
  lifetime: Recording.lifetime.optional(),
  tiers: Recording.tiers.optional(),
});
export type ProgramChange = z.infer<typeof ProgramChange>;

export const Program = z.object({
  id: Slug,
  name: z.string(),
  currency: z.string(),
  timezone: z.string(),
  /** The terms of a partner who was given no others. */
  defaultTerms: Slug,
  status: z.enum(PROGRAM_STATUSES),
  access: z.enum(PROGRAM_ACCESS),
  attribution: z.enum(ATTRIBUTIONS),
  /** How promo codes are generated. */
  codePattern: z.string(),
  ...Recording,
  /** Goes up by one with every change; the ETag. */
  revision: z.int(),
  createdAt: Instant,
});
export type Program = z.infer<typeof Program>;

/** One published version, without its document. It is in force from `inForceFrom` until the next one is. */
export const VersionSummary = z.object({
  version: z.int().min(1),
  author: z.string(),
  note: z.string(),
  publishedAt: Instant,
  inForceFrom: Instant,
  /** The revision of the draft that was published. */
  draftRevision: z.int(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

/** A published version: never changed again. Personal payouts are stored by themselves and are not part of it. */
export const Version = VersionSummary.extend({ terms: Terms });
export type Version = z.infer<typeof Version>;

export const TermsSummary = z.object({
  program: Slug,
  id: Slug,
  name: z.string(),
  isDefault: z.boolean(),
  eventTypes: z.array(
    z.object({ type: z.string(), name: z.string(), level: z.enum(["order", "item"]), groups: z.int() }),
  ),
  draftRevision: z.int(),
  editedAt: Instant,
  /** The newest version, whether in force already or from later on; null before the first publishing. */
  latest: VersionSummary.nullable(),
});
export type TermsSummary = z.infer<typeof TermsSummary>;

/** New terms: empty in the program's currency and time zone, a copy of other terms' draft, or a document brought along. */
export const NewTerms = z.strictObject({
  id: Slug,
  name: Name,
  copyOf: Slug.optional(),
  document: z.unknown().optional(),
});
export type NewTerms = z.infer<typeof NewTerms>;

/** The one draft of terms. `revision` is its ETag; a write names the one that it was made from. */
export const Draft = z.object({ revision: z.int(), editedAt: Instant, terms: Terms });
export type Draft = z.infer<typeof Draft>;

/** Either the whole new ranking, every id once, or one group and the rank it moves to. */
export const Reorder = z.union(
  [
    z.strictObject({ ids: z.array(z.string()).max(LIMITS.groupsPerEvent) }),
    z.strictObject({ id: z.string(), rank: z.int().min(1) }),
  ],
  {
    error:
      'must be { "ids": [every group once, in the new order] } or { "id": one group, "rank": its new place from 1 }',
  },
);
export type Reorder = z.infer<typeof Reorder>;

export const Publish = z.strictObject({
  note: Text,
  author: Name,
  /** A later moment from which the version is in force; now, when it is left out. */
  inForceFrom: Moment.optional(),
});
export type Publish = z.infer<typeof Publish>;

export const Restore = z.strictObject({ version: z.int().min(1) });
export type Restore = z.infer<typeof Restore>;

/** A personal payout as it is stored: by itself, with its own revision, in force from a moment on. */
export const StoredPersonalPayout = z.object({
  eventType: z.string(),
  revision: z.int(),
  inForceFrom: Instant,
  payout: PersonalPayout,
});
export type StoredPersonalPayout = z.infer<typeof StoredPersonalPayout>;
