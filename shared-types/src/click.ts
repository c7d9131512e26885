import { z } from "zod";
import { Id, Instant, Moment, Slug } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { alsoCheck } from "./refine.ts";

/** A click on a partner's link, recorded by /r/{link} or by whoever redirects by itself. */

const Text = z.string().max(LIMITS.textLength);

/** The facts that a click knows; a conversion that names the click gets those that it does not bring itself. */
export const CLICK_FACTS = [
  ...["source", "subSource", "country", "region", "city", "carrier", "platform", "device"],
  ...["browser", "language", "referralUrl", "landingUrl"],
] as const;

const fields = z.strictObject({
  /** The caller's own id, at most 200 characters; made here where it is left out. */
  clickId: Id.optional(),
  link: z.string().max(LIMITS.nameLength).optional(),
  program: Slug.optional(),
  partnerId: Id.optional(),
  clickedAt: Moment.optional(),
  userAgent: Text.optional(),
  source: Text.optional(),
  subSource: Text.optional(),
  country: Text.optional(),
  region: Text.optional(),
  city: Text.optional(),
  carrier: Text.optional(),
  platform: Text.optional(),
  device: Text.optional(),
  browser: Text.optional(),
  language: Text.optional(),
  referralUrl: Text.optional(),
  landingUrl: Text.optional(),
});
/** POST /clicks. Either a link, or a program and a partner. `userAgent` tells device, platform and browser where they are not sent. */
export const NewClick = alsoCheck(fields, ({ link, program, partnerId }, complain) => {
  if (link !== undefined && (program !== undefined || partnerId !== undefined))
    complain(["link"], "says the program and the partner; send the link, or program and partnerId");
  if (link === undefined && program === undefined)
    complain(["program"], "is missing; send a link, or program and partnerId");
  if (link === undefined && partnerId === undefined)
    complain(["partnerId"], "is missing; send a link, or program and partnerId");
});
export type NewClick = z.infer<typeof NewClick>;

export const Click = z.object({
  clickId: z.string(),
  program: z.string(),
  partner: z.string(),
  link: z.string().nullable(),
  clickedAt: Instant,
  facts: z.record(z.string(), z.string()),
});
export type Click = z.infer<typeof Click>;
