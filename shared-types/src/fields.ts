import { z } from "zod";
import { dateForm } from "./dates.ts";
import { shown } from "./fault.ts";
import { LIMITS } from "./limits.ts";

/** The fields that most documents have. */

export const Name = z.string().trim().min(1).max(LIMITS.nameLength);

/** An id that callers bring along: a partner's, a group's. Compared exactly. */
export const Id = z
  .string()
  .min(1)
  .max(LIMITS.nameLength)
  .refine(
    (id) => id === id.trim() && !/\p{Cc}/u.test(id),
    "must not begin or end with a space, nor hold control characters",
  )
  .refine((id) => id !== "." && id !== "..", "must be more than dots, which an address cannot hold")
  .refine((id) => id !== "__proto__", "must be another one: no store can keep __proto__ as an id");

/** Part of an address: small letters, digits, hyphens. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
  error: ({ input }) =>
    `must be small letters, digits and hyphens, at most 64, like "acme-outfitters", not ${shown(input)}`,
});

/** A moment as the service prints it. */
export const Instant = z.iso.datetime({ offset: true });

/** In UTC as well, a year has four digits, so that moments compare as texts. */
const hasPlainYear = (text: string) => dateForm(text) !== "instant" || new Date(text).toISOString().length === 24;

/** A moment as a caller sends it. */
export const Moment = z
  .string()
  .refine((text) => dateForm(text) === "instant", {
    error: ({ input }) => `must be a moment with its offset like "2026-12-01T00:00:00-05:00", not ${shown(input)}`,
  })
  .refine(hasPlainYear, {
    error: ({ input }) => `must be a moment between the years 0000 and 9999 in UTC, not ${shown(input)}`,
  });

/** Ours when it is text of another form; that it is missing or no text is told as for every field. */
const notOfForm = (must: string) => ({
  error: ({ code, input }: { code?: string; input?: unknown }) =>
    code === "invalid_format" ? `must be ${must}, not ${shown(input)}` : undefined,
});

/** A day of the calendar, in the time zone that its field tells. */
export const Day = z.iso.date(notOfForm('a day like "2026-11-21"'));

/** An id that a caller makes up at random. */
export const Uuid = z.uuid(notOfForm('a UUID like "5f0c1e9a-3b7d-4c21-9e58-7a6d2f4b8c10"'));

/** A page of a list; `nextCursor` is null on the last one. */
export const page = <T extends z.ZodType>(items: T) =>
  z.object({ items: z.array(items), nextCursor: z.string().nullable() });
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
