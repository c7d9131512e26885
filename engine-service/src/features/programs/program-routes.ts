import { NewProgram, Program, ProgramChange, page } from "@firstmatch/shared-types";
import { PageQuery, pageOf } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { changeProgram, findProgram } from "./change-program.ts";
import { createProgram } from "./create-program.ts";
import { printProgram, type StoredProgram } from "./program-store.ts";

const answer = (program: StoredProgram, status = 200, headers: Record<string, string> = {}) => ({
  status,
  body: printProgram(program),
  headers: { ETag: etag(program.revision), ...headers },
});

export const programRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs",
    access: "read",
    tag: "Programs",
    summary: "Programs, by id",
    query: PageQuery,
    answers: { 200: { description: "A page of programs", schema: page(Program) } },
    handle: async ({ query }) => ({
      status: 200,
      body: pageOf(await rooms.programs.list(query), query.limit, ({ _id }) => _id, printProgram),
    }),
  }),
  route({
    method: "post",
    path: "/api/programs",
    access: "publish",
    tag: "Programs",
    summary: "Create a program",
    description:
      'Its default terms, "standard", come with it: with a draft without event types, and not published yet.',
    body: {
      ...jsonBody(NewProgram),
      example: { id: "acme", name: "Acme Outfitters", currency: "USD", timezone: "America/New_York" },
    },
    answers: { 201: { description: "Created", schema: Program, headers: ["ETag", "Location"] } },
    problems: ["conflict"],
    handle: async ({ body, caller }) =>
      answer(await createProgram(rooms, body, { by: caller }), 201, { Location: `/api/programs/${body.id}` }),
  }),
  route({
    method: "get",
    path: "/api/programs/{program}",
    access: "read",
    tag: "Programs",
    summary: "One program",
    answers: { 200: { description: "The program", schema: Program, headers: ["ETag"] } },
    problems: ["not-found"],
    handle: async ({ params }) => answer(await findProgram(rooms, params.program)),
  }),
  route({
    method: "patch",
    path: "/api/programs/{program}",
    access: "publish",
    tag: "Programs",
    summary: "Change a program: its name, default terms, status, who may be paid, what a promo code means, its caps",
    description:
      "From now on; an older event is decided by what held when it occurred. Caps, holding days, lifetime limits and the rule of performance tiers hold for whatever is recorded from their saving on, whenever it occurred. Lists and objects are replaced whole.",
    ifMatch: true,
    body: jsonBody(ProgramChange),
    answers: { 200: { description: "Changed", schema: Program, headers: ["ETag"] } },
    problems: ["not-found"],
    handle: async ({ params, body, revision, caller }) =>
      answer(await changeProgram(rooms, params.program, revision, body, { by: caller })),
  }),
];
