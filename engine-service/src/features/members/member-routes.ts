import { Member, MemberChange, MemberFilter, MemberPage, NewMember } from "@firstmatch/shared-types";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { pageAfter } from "../partners/roster.ts";
import { findProgram } from "../programs/change-program.ts";
import { callOffMoves, changeMember, findMember, leaveProgram } from "./change-member.ts";
import { findMembers } from "./find-members.ts";
import { joinProgram } from "./join-program.ts";
import type { StoredMember } from "./member-store.ts";
import { printMember } from "./print-member.ts";

const LIST = "/api/programs/{program}/members";
const ONE = `${LIST}/{partner}` as const;

const shows = { description: "The member", schema: Member, headers: ["ETag"] } as const;

export function memberRoutes(rooms: Rooms): Route[] {
  const answer = (member: StoredMember, status = 200, headers: Record<string, string> = {}) => ({
    status,
    body: printMember(rooms, member),
    headers: { ETag: etag(member.revision), ...headers },
  });
  return [
    route({
      method: "get",
      path: LIST,
      access: "read",
      tag: "Members",
      summary: "Members of a program, by name",
      query: MemberFilter.extend(pageQuery),
      answers: { 200: { description: "A page of members", schema: MemberPage } },
      problems: ["not-found"],
      handle: async ({ params: { program }, query: { limit, cursor, ...filter } }) => {
        await findProgram(rooms, program);
        const found = findMembers(rooms, program, filter);
        const printed = pageOf(
          pageAfter(found, { limit, cursor }),
          limit,
          ({ key }) => key,
          ({ member }) => printMember(rooms, member),
        );
        return { status: 200, body: { ...printed, total: found.length } };
      },
    }),
    route({
      method: "post",
      path: LIST,
      access: "edit",
      tag: "Members",
      summary: "Let a partner join a program, from now on",
      description:
        "`from` and `until` limit the events that are paid. Nothing that occurred before the joining is a member's.",
      body: { ...jsonBody(NewMember), example: { partner: "p-7", terms: "standard", code: true } },
      answers: { 201: { ...shows, description: "Joined", headers: ["ETag", "Location"] } },
      problems: ["not-found", "conflict"],
      handle: async ({ params: { program }, body, caller }) => {
        const member = await joinProgram(rooms, program, body, { by: caller });
        const Location = `/api/programs/${program}/members/${encodeURIComponent(body.partner)}`;
        return answer(member, 201, { Location });
      },
    }),
    route({
      method: "get",
      path: ONE,
      access: "read",
      tag: "Members",
      summary: "One member",
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params }) => answer(await findMember(rooms, params)),
    }),
    route({
      method: "patch",
      path: ONE,
      access: "edit",
      tag: "Members",
      summary: "Move a member to other terms, activate or deactivate it, change its dates",
      description:
        "From now on; a move also from `termsFrom` on. Older events are decided by what held when they occurred. What is left out stays.",
      ifMatch: true,
      body: { ...jsonBody(MemberChange), example: { terms: "gold", termsFrom: "2026-12-01T00:00:00-05:00" } },
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params, body, revision, caller }) =>
        answer(await changeMember(rooms, params, revision, body, { by: caller })),
    }),
    route({
      method: "delete",
      path: ONE,
      access: "edit",
      tag: "Members",
      summary: "Take a partner out of a program, from now on",
      description: "Older events are decided by what held when they occurred. The partner may join again.",
      ifMatch: true,
      answers: { 204: { description: "Taken out" } },
      problems: ["not-found"],
      handle: async ({ params, revision, caller }) => {
        await leaveProgram(rooms, params, revision, { by: caller });
        return { status: 204 };
      },
    }),
    route({
      method: "delete",
      path: `${ONE}/planned-moves`,
      access: "edit",
      tag: "Members",
      summary: "Call off all planned moves of a member",
      ifMatch: true,
      answers: { 200: shows },
      problems: ["not-found"],
      handle: async ({ params, revision, caller }) =>
        answer(await callOffMoves(rooms, params, revision, { by: caller })),
    }),
  ];
}
