import { Conversion, ConversionFilter, ConversionSort, page } from "@firstmatch/shared-types";
import { z } from "zod";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag, notFound } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { ConversionDetailsSchema } from "./conversion-details-schema.ts";
import { conversionsFile } from "./conversions-file.ts";
import { explained } from "./explain-conversion.ts";
import { findConversions, placeIn } from "./find-conversions.ts";
import { conversionDetails, printConversion } from "./print-conversion.ts";

const listed = { ...ConversionFilter.shape, sort: ConversionSort.default("-occurredAt") };
const FILTERS =
  "Everything given must hold: from and until, days of the program's time zone, both included; partner; state; eventType; rule, the id of a payout group or personal payout, or `default`; search, an id of a conversion, an order, a click or a customer, exactly.";

export const conversionListRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs/{program}/conversions",
    access: "read",
    tag: "Conversions",
    summary: "A program's conversions, the newest first unless told otherwise",
    description: `${FILTERS} Sorts by amount take what corrections left.`,
    query: z.strictObject({ ...listed, ...pageQuery }),
    answers: { 200: { description: "A page of conversions", schema: page(Conversion) } },
    problems: ["not-found"],
    handle: async ({ params, query: { limit, cursor, ...query } }) => {
      const program = await findProgram(rooms, params.program);
      const found = await findConversions(rooms, program, query, { limit, cursor });
      const place = (conversion: (typeof found)[number]) => placeIn(query.sort, conversion);
      return { status: 200, body: pageOf(found, limit, place, (conversion) => printConversion(rooms, conversion)) };
    },
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/conversions.csv",
    access: "read",
    tag: "Conversions",
    summary: "The same as a CSV file, all pages",
    description: `${FILTERS} Amounts are decimals in major units of the program's currency, net of corrections unless the heading says otherwise; times are local. Texts that begin like a formula get an apostrophe in front.`,
    query: z.strictObject(listed),
    answers: { 200: { description: "A line a conversion, under a heading", as: "text/csv" } },
    problems: ["not-found"],
    handle: async ({ params, query }) => ({
      status: 200,
      csv: await conversionsFile(rooms, await findProgram(rooms, params.program), query),
    }),
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/conversions/{conversion}",
    access: "read",
    tag: "Conversions",
    summary: "One conversion: its decision, why, what came in, its ledger",
    description:
      "With explain, the decision carries trace and calculation: it is decided again as it was, by the same version, and says where caps and clicks made something else of it.",
    query: z.strictObject({ explain: z.literal(["true", "false"]).optional() }),
    answers: {
      200: { description: "The conversion with everything known", schema: ConversionDetailsSchema, headers: ["ETag"] },
    },
    problems: ["not-found"],
    handle: async ({ params: { program, conversion: id }, query: { explain } }) => {
      await findProgram(rooms, program);
      const found = await rooms.conversions.find(program, id);
      if (found === null) throw notFound(`There is no conversion "${id}" in the program "${program}".`);
      const details = await conversionDetails(rooms, found);
      return {
        status: 200,
        body: explain === "true" ? { ...details, decision: await explained(rooms, found) } : details,
        headers: { ETag: etag(found.revision) },
      };
    },
  }),
];
