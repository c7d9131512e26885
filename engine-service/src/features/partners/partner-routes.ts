import { NewPartner, Partner, PartnerChange, PayoutSettings, page } from "@firstmatch/shared-types";
import { PageQuery, pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { changePartner, findPartner } from "./change-partner.ts";
import { createPartner } from "./create-partner.ts";
import { findPartners, PartnerFilter } from "./find-partners.ts";
import type { ListedPartner } from "./listed-partner.ts";
import type { StoredPartner } from "./partner-store.ts";
import { payoutSettings } from "./payout-settings.ts";
import { printPartner, programsOf } from "./print-partner.ts";
import { pageAfter } from "./roster.ts";

const shows = { description: "The partner", schema: Partner, headers: ["ETag"] } as const;

export function partnerRoutes(rooms: Rooms): Route[] {
  const answer = (partner: StoredPartner, status = 200, headers: Record<string, string> = {}) => ({
    status,
    body: printPartner(rooms, partner),
    headers: { ETag: etag(partner.revision), ...headers },
  });
  return [
    route({
      method: "get",
      path: "/api/partners",
      access: "read",
      tag: "Partners",
      summary: "Partners, by name",
      query: PartnerFilter.extend(pageQuery),
      answers: { 200: { description: "A page of partners", schema: page(Partner) } },
      handle: ({ query: { limit, cursor, ...filter } }) => {
        const found = pageAfter(findPartners(rooms, filter), { limit, cursor });
        const print = ({ partner }: ListedPartner) => printPartner(rooms, partner);
        return { status: 200, body: pageOf(found, limit, ({ key }) => key, print) };
      },
    }),
    route({
      method: "post",
      path: "/api/partners",
      access: "edit",
      tag: "Partners",
      summary: "Add a partner, in no program yet",
      body: {
        ...jsonBody(NewPartner),
        example: { id: "p-7", name: "Anna Lopez", contact: { email: "anna@example.com" }, revenueShare: "70" },
      },
      answers: { 201: { ...shows, description: "Added", headers: ["ETag", "Location"] } },
      problems: ["conflict"],
      handle: async ({ body, caller }) => {
        const partner = await createPartner(rooms, body, { by: caller });
        return answer(partner, 201, { Location: `/api/partners/${encodeURIComponent(body.id)}` });
      },
    }),
    route({
      method: "get",
      path: "/api/partners/{partner}",
      access: "read",
      tag: "Partners",
      summary: "One partner",
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params }) => answer(await findPartner(rooms, params.partner)),
    }),
    route({
      method: "patch",
      path: "/api/partners/{partner}",
      access: "edit",
      tag: "Partners",
      summary: "Change a partner; its status and revenue shares hold from now on",
      description:
        "What is left out stays; contact, tags and programRevenueShares are replaced whole. Older events are decided by what held when they occurred.",
      ifMatch: true,
      body: jsonBody(PartnerChange),
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params, body, revision, caller }) =>
        answer(await changePartner(rooms, params.partner, revision, body, { by: caller })),
    }),
    route({
      method: "get",
      path: "/api/partners/{partner}/payout-settings",
      access: "read",
      tag: "Partners",
      summary: "What a partner is paid in each of its programs, now",
      query: PageQuery,
      answers: { 200: { description: "A page of programs with their payouts", schema: page(PayoutSettings) } },
      problems: ["not-found"],
      handle: async ({ params, query: { limit, cursor = "" } }) => {
        const { _id: partner } = await findPartner(rooms, params.partner);
        const programs = programsOf(rooms, partner).filter((program) => program > cursor);
        const { items, nextCursor } = pageOf(
          programs.slice(0, limit + 1),
          limit,
          (program) => program,
          (program) => payoutSettings(rooms, program, partner),
        );
        return { status: 200, body: { items: await Promise.all(items), nextCursor } };
      },
    }),
  ];
}
