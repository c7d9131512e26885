import { NewTerms, page, shown, Terms, TermsSummary } from "@firstmatch/shared-types";
import { z } from "zod";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { PageQuery, pageOf } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { createTerms } from "./create-terms.ts";
import { exportTerms } from "./export-terms.ts";
import { findTerms } from "./find-terms.ts";
import { removeTerms } from "./remove-terms.ts";
import { summaryOf } from "./terms-summary.ts";

export const VersionNumber = z
  .string()
  .refine((text) => /^[1-9]\d{0,8}$/.test(text), {
    error: ({ input }) => `must be a version number like 7, not ${shown(input)}`,
  })
  .transform(Number);

export const termsRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs/{program}/terms",
    access: "read",
    tag: "Terms",
    summary: "Terms of a program, by id",
    query: PageQuery,
    answers: { 200: { description: "A page of terms", schema: page(TermsSummary) } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      const program = await findProgram(rooms, params.program);
      const found = await rooms.terms.list(params.program, query);
      const { items, nextCursor } = pageOf(
        found,
        query.limit,
        ({ id }) => id,
        (stored) => summaryOf(rooms, program, stored),
      );
      return { status: 200, body: { items: await Promise.all(items), nextCursor } };
    },
  }),
  route({
    method: "post",
    path: "/api/programs/{program}/terms",
    access: "edit",
    tag: "Terms",
    summary: "Create terms: empty, a copy of other terms' draft, or imported from a document",
    description:
      "An imported document may carry personal payouts; they are stored by themselves. A copy takes over the draft, not the personal payouts.",
    body: jsonBody(NewTerms, HTTP_LIMITS.imported),
    answers: { 201: { description: "Created", schema: TermsSummary, headers: ["ETag", "Location"] } },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body, caller }) => {
      const { program, terms } = await createTerms(rooms, params.program, body, { by: caller });
      return {
        status: 201,
        body: await summaryOf(rooms, program, terms),
        headers: { ETag: etag(terms.draft.revision), Location: `/api/programs/${program._id}/terms/${terms.id}` },
      };
    },
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/terms/{terms}",
    access: "read",
    tag: "Terms",
    summary: "One set of terms, without its document",
    description: "The ETag is the draft's revision.",
    answers: { 200: { description: "The terms", schema: TermsSummary, headers: ["ETag"] } },
    problems: ["not-found"],
    handle: async ({ params }) => {
      const { program, terms } = await findTerms(rooms, params);
      return {
        status: 200,
        body: await summaryOf(rooms, program, terms),
        headers: { ETag: etag(terms.draft.revision) },
      };
    },
  }),
  route({
    method: "delete",
    path: "/api/programs/{program}/terms/{terms}",
    access: "edit",
    tag: "Terms",
    summary: "Remove terms that are not the default",
    description:
      "Their versions stay, and go on deciding the events of the time when they held. If-Match: the draft's revision.",
    ifMatch: true,
    answers: { 204: { description: "Removed" } },
    problems: ["not-found", "conflict"],
    handle: async ({ params, revision, caller }) => {
      await removeTerms(rooms, params, revision, { by: caller });
      return { status: 204 };
    },
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/terms/{terms}/export",
    access: "read",
    tag: "Terms",
    summary: "The draft, or a version, as a portable document with the personal payouts in force now",
    query: z.strictObject({ version: VersionNumber.optional() }),
    answers: { 200: { description: "The terms document", schema: Terms } },
    problems: ["not-found"],
    handle: async ({ params, query }) => ({
      status: 200,
      body: await exportTerms(rooms, params, query.version),
      isLong: true,
    }),
  }),
];
