import { type Page, shown } from "@firstmatch/shared-types";
import { z } from "zod";
import { HTTP_LIMITS } from "./limits.ts";

const message = `must be a whole number from 1 to ${HTTP_LIMITS.page}`;

const decode = (cursor: string) => Buffer.from(cursor, "base64url").toString();
const encode = (key: string) => Buffer.from(key).toString("base64url");

/** The query of a list. The cursor is the sort key of the last item seen, made opaque. */
export const pageQuery = {
  limit: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= HTTP_LIMITS.page, {
      error: ({ input }) => `${message}, not ${shown(input)}`,
    })
    .transform(Number)
    .default(HTTP_LIMITS.pageUnlessTold),
  cursor: z
    .string()
    .refine((text) => text !== "" && encode(decode(text)) === text, "must be a nextCursor as it was given")
    .transform(decode)
    .optional(),
};
export const PageQuery = z.strictObject(pageQuery);
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

/**
 * @param found one more than the limit, if there are so many: that tells whether there is a next page
 * @param key what the list is sorted by
 */
export function pageOf<S, T>(
  found: readonly S[],
  limit: number,
  key: (item: S) => string,
  print: (item: S) => T,
): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(print),
    nextCursor: found.length > limit && last !== undefined ? encode(key(last)) : null,
  };
}
