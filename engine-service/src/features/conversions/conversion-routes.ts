import { NewConversion, type Parsed, parseEvent } from "@firstmatch/shared-types";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { RecordedDecision } from "../evaluate/decision-schema.ts";
import { recordConversion, type SentConversion } from "./record-conversion.ts";

/** Reads a conversion; a field that is not known is refused with a suggestion. */
export function readConversion(input: unknown): Parsed<{ sent: SentConversion; input: unknown }> {
  const parsed = parseEvent(NewConversion, input);
  return parsed.ok ? { ok: true, value: { sent: parsed.value as SentConversion, input } } : parsed;
}

export const conversionRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "post",
    path: "/conversions",
    access: "record",
    tag: "Conversions",
    summary: "Decide a conversion and record it, once",
    description:
      "The same id again answers the first decision and counts once; the same id with another body is refused. What is refused is not recorded.",
    body: {
      ...jsonBody(NewConversion, HTTP_LIMITS.event, readConversion),
      example: {
        conversionId: "c-1001",
        program: "acme",
        eventType: "sale",
        customerStatus: "New",
        orderTotal: "250.00",
      },
    },
    answers: { 200: { description: "The decision, the same whenever it is asked again", schema: RecordedDecision } },
    problems: ["not-found", "never-published", "conflict"],
    handle: async ({ body: { sent, input }, caller: { id, name } }) => {
      const { conversion } = await recordConversion(rooms, sent, { door: "api", by: { id, name }, input });
      return { status: 200, body: { conversionId: conversion.conversion, ...conversion.decision } };
    },
  }),
];
