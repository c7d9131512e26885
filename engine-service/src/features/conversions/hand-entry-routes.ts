import { type ConversionEvent, NewConversion, parseEvent } from "@firstmatch/shared-types";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { etag, fault } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { ConversionDetailsSchema } from "./conversion-details-schema.ts";
import { conversionDetails } from "./print-conversion.ts";
import { recordConversion } from "./record-conversion.ts";

/** The program stands in the address. */
const HandEntry = NewConversion.partial({ program: true });

interface ReadEntry {
  event: ConversionEvent & { conversionId: string };
  input: unknown;
}

const entry = jsonBody(HandEntry, HTTP_LIMITS.event, (input) => {
  const parsed = parseEvent(HandEntry, input);
  return parsed.ok ? { ok: true, value: { event: parsed.value, input } as ReadEntry } : parsed;
});

const shows = (description: string) => ({ description, schema: ConversionDetailsSchema, headers: ["ETag"] as const });

export const handEntryRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "post",
    path: "/api/programs/{program}/conversions",
    access: "correct",
    tag: "Conversions",
    summary: "Enter a conversion by hand",
    description:
      "Decided and recorded like one of POST /conversions, and told apart from it in the list. The same id again with the same facts, from wherever, adds nothing.",
    body: { ...entry, example: { conversionId: "hand-1", eventType: "sale", orderTotal: "250.00" } },
    answers: { 201: shows("Recorded"), 200: shows("It was recorded before, from the same facts") },
    problems: ["not-found", "never-published", "conflict"],
    handle: async ({ params: { program }, body: { event, input }, caller: { id, name } }) => {
      if (event.program !== undefined && event.program !== program)
        throw fault("/program", `names "${event.program}", and the address names "${program}"; leave it out`);
      const how = { door: "hand", by: { id, name }, input } as const;
      const { conversion, repeated } = await recordConversion(rooms, { ...event, program }, how);
      const details = await conversionDetails(rooms, conversion);
      return { status: repeated ? 200 : 201, body: details, headers: { ETag: etag(details.revision) } };
    },
  }),
];
