import { Link, LinkChange, NewLink, type Link as Printed, page } from "@firstmatch/shared-types";
import { z } from "zod";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { changeLink, createLink } from "./change-link.ts";
import type { KnownLink } from "./link-book.ts";

const LIST = "/api/programs/{program}/links";

const printLink = ({ _id, program, partner, name, url, active, revision, createdAt }: KnownLink): Printed => ({
  ...{ id: _id, program, partner, name, url, active, revision, createdAt },
});
const answer = (link: KnownLink, status = 200, headers: Record<string, string> = {}) => ({
  status,
  body: printLink(link),
  headers: { ETag: etag(link.revision), ...headers },
});
const sortKey = ({ createdAt, _id }: KnownLink) => `${createdAt} ${_id}`;

export const linkRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag: "Links",
    summary: "Links of a program's members, the older first",
    query: z.strictObject({ ...pageQuery, partner: z.string().optional() }),
    answers: { 200: { description: "A page of links", schema: page(Link) } },
    problems: ["not-found"],
    handle: async ({ params: { program }, query: { limit, cursor, partner } }) => {
      await findProgram(rooms, program);
      const { links } = rooms.known;
      const all = partner === undefined ? links.ofProgram(program) : links.ofMember(program, partner);
      const sorted = all
        .filter((link) => cursor === undefined || sortKey(link) > cursor)
        .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
      return { status: 200, body: pageOf(sorted.slice(0, limit + 1), limit, sortKey, printLink) };
    },
  }),
  route({
    method: "post",
    path: LIST,
    access: "edit",
    tag: "Links",
    summary: "Give a member a link",
    body: { ...jsonBody(NewLink), example: { partner: "p-7", name: "Shoes", url: "https://shop.example/shoes" } },
    answers: { 201: { description: "Created", schema: Link, headers: ["ETag", "Location"] } },
    problems: ["not-found"],
    handle: async ({ params: { program }, body, caller }) => {
      const link = await createLink(rooms, program, body, { by: caller });
      return answer(link, 201, { Location: `/api/programs/${program}/links/${link._id}` });
    },
  }),
  route({
    method: "patch",
    path: `${LIST}/{id}`,
    access: "edit",
    tag: "Links",
    summary: "Change, activate or deactivate a link",
    ifMatch: true,
    body: jsonBody(LinkChange),
    answers: { 200: { description: "The link", schema: Link, headers: ["ETag"] } },
    problems: ["not-found"],
    handle: async ({ params: { program, id }, body, revision, caller }) =>
      answer(await changeLink(rooms, program, id, revision, body, { by: caller })),
  }),
];
