import { Publish, page, parseWith, Version, VersionSummary } from "@firstmatch/shared-types";
import { z } from "zod";
import { PageQuery, pageOf } from "../../http/page.ts";
import { notFound } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { VersionNumber } from "../terms/terms-routes.ts";
import { findVersion } from "./find-version.ts";
import { publishTerms } from "./publish-terms.ts";
import { printSummary, printVersion } from "./version-store.ts";

export const versionRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "post",
    path: "/api/programs/{program}/terms/{terms}/publish",
    access: "publish",
    tag: "Versions",
    summary: "Publish the draft as the next version",
    description:
      "In force from now, or from a later moment named here; only the first version also covers all time before it. If-Match: the draft's revision.",
    ifMatch: true,
    body: { ...jsonBody(Publish), example: { author: "Ana", note: "Better rates for new customers" } },
    answers: { 201: { description: "Published", schema: VersionSummary, headers: ["Location"] } },
    problems: ["not-found", "conflict"],
    handle: async ({ params: { program, terms }, body, revision, caller }) => {
      const version = await publishTerms(rooms, { program, terms }, revision, body, { by: caller });
      const Location = `/api/programs/${program}/terms/${terms}/versions/${version.version}`;
      return { status: 201, body: printSummary(version), headers: { Location } };
    },
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/terms/{terms}/versions",
    access: "read",
    tag: "Versions",
    summary: "Published versions, the newest first",
    query: PageQuery,
    answers: { 200: { description: "A page of versions, without their documents", schema: page(VersionSummary) } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      await findProgram(rooms, params.program);
      if ((await rooms.terms.findEver(params.program, params.terms)) === null)
        throw notFound(`There are no terms "${params.terms}" in the program "${params.program}".`);
      const found = await rooms.versions.list(params.program, params.terms, query);
      return { status: 200, body: pageOf(found, query.limit, ({ version }) => String(version), printSummary) };
    },
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/terms/{terms}/versions/{version}",
    access: "read",
    tag: "Versions",
    summary: "One published version with its document",
    answers: { 200: { description: "The version", schema: Version } },
    problems: ["not-found"],
    handle: async ({ params }) => {
      const number = parseWith(z.object({ version: VersionNumber }), params);
      if (!number.ok) throw notFound(`There is no version "${params.version}".`);
      const version = await findVersion(rooms, params, number.value.version);
      return { status: 200, body: printVersion(version), isLong: true };
    },
  }),
];
