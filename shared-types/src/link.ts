import { z } from "zod";
import { shown } from "./fault.ts";
import { Id, Instant, Name } from "./fields.ts";
import { LIMITS } from "./limits.ts";

export const LinkUrl = z
  .string()
  .max(LIMITS.textLength)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), {
    error: ({ input }) => `must be an address like "https://shop.example/shoes", not ${shown(input)}`,
  })
  .refine((text) => !URL.canParse(text) || new URL(text).username + new URL(text).password === "", {
    error: "must not hold a name or a password, which everybody who follows the link would get",
  });

export const NewLink = z.strictObject({ partner: Id, name: Name, url: LinkUrl });
export type NewLink = z.infer<typeof NewLink>;

export const LinkChange = z.strictObject({
  name: Name.optional(),
  url: LinkUrl.optional(),
  active: z.boolean().optional(),
});
export type LinkChange = z.infer<typeof LinkChange>;

/** A member's link: /r/{id} leads to its address while it is active. */
export const Link = z.object({
  id: z.string(),
  program: z.string(),
  partner: z.string(),
  name: z.string(),
  url: z.string(),
  active: z.boolean(),
  revision: z.int(),
  createdAt: Instant,
});
export type Link = z.infer<typeof Link>;
