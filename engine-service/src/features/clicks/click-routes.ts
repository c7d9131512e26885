import { Click, NewClick } from "@firstmatch/shared-types";
import { z } from "zod";
import { type Answer, jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { leadingLink } from "../links/leading-link.ts";
import type { StoredClick } from "./click-store.ts";
import { followLink } from "./follow-link.ts";
import { landingAddress } from "./landing-address.ts";
import { recordClick } from "./record-click.ts";
import { visitFacts } from "./visit-facts.ts";

const printClick = ({ _id, program, partner, link, clickedAt, facts }: StoredClick): Click => ({
  ...{ clickId: _id, program, partner, link, clickedAt },
  facts: facts as Click["facts"],
});

const redirect = (location: string): Answer => ({
  status: 302,
  headers: {
    Location: location,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer-when-downgrade",
  },
});

/** What cannot be read as one text is passed over: the visitor is no caller who could mend it. */
const Passed = z.string().optional().catch(undefined);

export const clickRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/r/{link}",
    access: "public",
    tag: "Links",
    summary: "Follow a member's link",
    description:
      "Records the click and leads to the link's stored address, with the click id in the place of `{click_id}`, else as the query parameter `click_id`; nothing else of the request changes where it leads. Recorded are the parameters below, the referral URL, the language, device, platform and browser as the user agent tells them, and the country that a proxy names in the header of FIRSTMATCH_COUNTRY_HEADER. HEAD records nothing.",
    query: z.object({
      source: Passed.describe("Where the click came from, in the partner's own words: the fact `source`"),
      sub_source: Passed.describe("More exactly: the fact `subSource`"),
    }),
    answers: { 302: { description: "To the link's address" } },
    problems: ["not-found"],
    handle: async ({ params: { link }, query: { source, sub_source: subSource }, request }) => {
      if (request.method === "HEAD") return redirect(landingAddress(leadingLink(rooms, link).url, null));
      const facts = visitFacts(request, { source, subSource }, rooms.countryHeader);
      return redirect(await followLink(rooms, link, facts));
    },
  }),
  route({
    method: "post",
    path: "/clicks",
    access: "record",
    tag: "Links",
    summary: "Record a click of your own redirect",
    description:
      "Names a link, or a program and a partner. A conversion that names the click id gets the click's facts and partner. `userAgent` tells device, platform and browser where they are not sent. Clicks on what is not active are recorded too: whether a conversion is paid is decided when it comes.",
    body: {
      ...jsonBody(NewClick),
      example: { program: "acme", partnerId: "p-7", source: "newsletter", country: "US" },
    },
    answers: {
      201: { description: "Recorded", schema: Click },
      200: { description: "It was recorded before, from the same body", schema: Click },
    },
    problems: ["not-found", "conflict"],
    handle: async ({ body }) => {
      const { click, repeated } = await recordClick(rooms, body);
      return { status: repeated ? 200 : 201, body: printClick(click) };
    },
  }),
];
