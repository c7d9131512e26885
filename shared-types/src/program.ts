import { z } from "zod";
import { dateForm } from "./dates.ts";
import { shown } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { Currency, PersonalPayout, Terms, TimeZone } from "./terms.ts";

/** What the management API under /api takes and gives: programs, their terms, drafts, published versions, personal payouts. */

const Name = z.string().trim().min(1).max(LIMITS.nameLength);
const Text = z.string().trim().max(LIMITS.noteLength);
const Instant = z.iso.datetime({ offset: true });

/** Part of an address: small letters, digits, hyphens. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
  error: ({ input }) =>
    `must be small letters, digits and hyphens, at most 64, like "acme-outfitters", not ${shown(input)}`,
});

export const NewProgram = z.strictObject({ id: Slug, name: Name, currency: Currency, timezone: TimeZone });
export type NewProgram = z.infer<typeof NewProgram>;

/** A change to a program; what is left out stays. */
export const ProgramChange = z.strictObject({ name: Name.optional(), defaultTerms: Slug.optional() });
export type ProgramChange = z.infer<typeof ProgramChange>;

export const Program = z.object({
  id: Slug,
  name: z.string(),
  currency: z.string(),
  timezone: z.string(),
  /** The terms of a partner who was given no others. */
  defaultTerms: Slug,
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
  inForceFrom: z
    .string()
    .refine((text) => dateForm(text) === "instant", {
      error: ({ input }) => `must be a moment with its offset like "2026-12-01T00:00:00-05:00", not ${shown(input)}`,
    })
    .optional(),
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

/** A page of a list; `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items), nextCursor: z.string().nullable() });
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
