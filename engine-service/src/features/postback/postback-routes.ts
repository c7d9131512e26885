import { POSTBACK_KEY, POSTBACK_PARAMETERS, POSTBACK_PREFIXES, page, RefusedPostback } from "@firstmatch/shared-types";
import { z } from "zod";
import { mediaType } from "../../http/body.ts";
import type { Caller } from "../../http/caller.ts";
import { toProblem } from "../../http/error-answer.ts";
import { PageQuery, pageOf } from "../../http/page.ts";
import { accepted, jsonBody, type Route, route, send } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { recordConversion } from "../conversions/record-conversion.ts";
import { RecordedDecision } from "../evaluate/decision-schema.ts";
import { findProgram } from "../programs/change-program.ts";
import { keepRefused, type Received } from "./keep-refused.ts";
import { bodyBytes, bodyParameters, FORM, queryParameters } from "./parameters.ts";
import { readPostback } from "./read-postback.ts";
import type { StoredRefusal } from "./refused-store.ts";

/** For the documentation; `readPostback` reads. */
const Parameters = z.looseObject(
  Object.fromEntries(
    POSTBACK_PARAMETERS.map(({ name, alias, label, help, example }) => {
      const also = alias === undefined ? "" : ` (or \`${alias}\`)`;
      const sentences = [`${label}${also}`, help, example && `For example ${example}`];
      return [
        name,
        z
          .string()
          .optional()
          .describe(`${sentences.filter(Boolean).join(". ")}.`),
      ];
    }),
  ),
);

const ABOUT = `Decides and records a conversion, as POST /conversions does, for trackers that can only call an address. Facts of your own: ${POSTBACK_PREFIXES.map((prefix) => `\`${prefix}<name>\``).join(" or ")}. The key of a tracker may stand in the query as \`key\`. Without conversion_id the order_id names the conversion within program and event type; without that, all that the postback says does: the same again is the same conversion. A parameter that is unknown, empty, wrong or sent twice is refused (of a field that stands twice in a JSON body the last one counts); what is refused of a known caller is kept to be looked at.`;

export function postbackRoutes(rooms: Rooms): Route[] {
  const postback = (method: "get" | "post"): Route => ({
    method,
    path: "/postback",
    access: "record",
    records: true,
    keyInQuery: true,
    tag: "Conversions",
    summary: method === "get" ? "Record a conversion by calling an address" : "The same, with parameters in the body",
    description: ABOUT,
    query: Parameters,
    ...(method === "post" && {
      body: { ...jsonBody(Parameters), optional: true, alsoAs: { [FORM]: "The same parameters as a form" } },
    }),
    answers: { 200: { description: "The decision, the same whenever it is sent again", schema: RecordedDecision } },
    problems: ["not-found", "never-published", "conflict", "malformed-request"],
    async serve(request, response, caller) {
      const received: Received = { method: method === "get" ? "GET" : "POST", parameters: [], body: null };
      try {
        received.parameters = withoutKey(queryParameters(request));
        if (method === "post") {
          const bytes = await bodyBytes(request, response);
          received.body = bytes.toString();
          received.parameters = [...received.parameters, ...bodyParameters(mediaType(request), bytes)];
          received.body = null;
        }
        send(response, await recorded(rooms, received, caller as Caller));
      } catch (error) {
        const problem = toProblem(error, rooms.log);
        await keepRefused(rooms, received, problem, caller as Caller);
        throw problem;
      }
    },
  });
  return [
    postback("get"),
    postback("post"),
    route({
      method: "get",
      path: "/api/programs/{program}/refused-postbacks",
      access: "read",
      tag: "Conversions",
      summary: "Postbacks for a program that were refused, the newest first",
      query: PageQuery,
      answers: { 200: { description: "A page of refused postbacks", schema: page(RefusedPostback) } },
      problems: ["not-found"],
      handle: async ({ params: { program }, query }) => {
        await findProgram(rooms, program);
        return { status: 200, body: await listed(rooms, program, query) };
      },
    }),
    route({
      method: "get",
      path: "/api/refused-postbacks",
      access: "read",
      tag: "Conversions",
      summary: "Refused postbacks that name no known program, the newest first",
      query: PageQuery,
      answers: { 200: { description: "A page of refused postbacks", schema: page(RefusedPostback) } },
      handle: async ({ query }) => ({ status: 200, body: await listed(rooms, null, query) }),
    }),
  ];
}

/** The door has read it. */
const withoutKey = (parameters: Received["parameters"]) => parameters.filter(({ name }) => name !== POSTBACK_KEY);

async function recorded(rooms: Rooms, { parameters }: Received, { id, name }: Caller) {
  const sent = accepted(readPostback(parameters));
  const input = parameters.map((parameter) => ({ name: parameter.name, value: parameter.value }));
  const { conversion } = await recordConversion(rooms, sent, { door: "postback", by: { id, name }, input });
  return { status: 200, body: { conversionId: conversion.conversion, ...conversion.decision } };
}

const print = ({ _id, place: _, ...refused }: StoredRefusal): RefusedPostback => ({ id: _id, ...refused });

const listed = async ({ refusedPostbacks }: Rooms, program: string | null, query: z.output<typeof PageQuery>) =>
  pageOf(await refusedPostbacks.list(program, query), query.limit, ({ place }) => place, print);
