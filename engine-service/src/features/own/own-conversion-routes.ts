import { OwnConversion, OwnConversionFilter, OwnReport, OwnReportFilter, page } from "@firstmatch/shared-types";
import type { Caller } from "../../http/caller.ts";
import { pageOf, pageQuery } from "../../http/page.ts";
import { notAllowed, notFound } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";
import { type Column, fileOf, localTimeIn, ruleName } from "../conversions/conversions-file.ts";
import { findConversions, placeIn } from "../conversions/find-conversions.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { ownConversion } from "./own-conversion.ts";
import { ownReport } from "./own-report.ts";

const WHAT = "Private conversions are left out, and so are the lines of others that a private payout group won.";

export const ownConversionRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/own/programs/{program}/conversions",
    access: "own",
    tag: "Own",
    summary: "A partner's own conversions, the newest first unless told otherwise",
    description: WHAT,
    query: OwnConversionFilter.extend(pageQuery),
    answers: { 200: { description: "A page of conversions", schema: page(OwnConversion) } },
    problems: ["not-found"],
    handle: async ({ params, query: { limit, cursor, ...query }, caller }) => {
      const { program, partner } = await ownProgramOf(rooms, params.program, caller);
      const found = await findConversions(rooms, program, { ...query, partner, publicOnly: true }, { limit, cursor });
      const place = (conversion: StoredConversion) => placeIn(query.sort, conversion);
      return { status: 200, body: pageOf(found, limit, place, (conversion) => ownConversion(rooms, conversion)) };
    },
  }),
  route({
    method: "get",
    path: "/api/own/programs/{program}/conversions.csv",
    access: "own",
    tag: "Own",
    summary: "The same as a CSV file, all pages",
    description: WHAT,
    query: OwnConversionFilter,
    answers: { 200: { description: "A line a conversion, under a heading", as: "text/csv" } },
    problems: ["not-found"],
    handle: async ({ params, query, caller }) => {
      const { program, partner } = await ownProgramOf(rooms, params.program, caller);
      const csv = await fileOf(rooms, {
        ...{ program, query: { ...query, partner, publicOnly: true }, columns: columnsIn(program) },
        print: (conversion) => ownConversion(rooms, conversion),
      });
      return { status: 200, csv };
    },
  }),
  route({
    method: "get",
    path: "/api/own/programs/{program}/report",
    access: "own",
    tag: "Own",
    summary: "What a partner's own conversions of some days came to",
    description: `From and until are days of the program's time zone, both included. ${WHAT}`,
    query: OwnReportFilter,
    answers: { 200: { description: "The report", schema: OwnReport } },
    problems: ["not-found"],
    handle: async ({ params, query, caller }) => {
      const { program, partner } = await ownProgramOf(rooms, params.program, caller);
      return { status: 200, body: await ownReport(rooms, program, partner, query) };
    },
  }),
];

/** A program that the partner is or was a member of, or has conversions in; of others it is not told that they are. */
async function ownProgramOf({ known, conversions, programs }: Rooms, id: string, { partner }: Caller) {
  if (partner === null) throw notAllowed("This is for partners; sign in with a partner's key.");
  const isOwn =
    known.members.get(id, partner) !== undefined ||
    (await conversions.conversions.documents.findOne({ program: id, partner, private: false })) !== null;
  const program = isOwn ? await programs.find(id) : null;
  if (program === null) throw notFound(`You have nothing in a program "${id}".`);
  return { program, partner };
}

const columnsIn = (program: StoredProgram): Column<OwnConversion>[] => {
  const local = localTimeIn(program);
  return [
    [`Order date (${program.timezone})`, ({ occurredAt }) => local(occurredAt)],
    [`Sale amount (${program.currency})`, ({ net }) => net.sale],
    [`Commission earned (${program.currency})`, ({ net }) => net.payout],
    ["Order id", ({ order }) => order],
    ["Payout group", ({ rule }) => ruleName(rule)],
    ["Version", ({ version }) => version],
    ["Status", ({ state }) => state],
    ["Reason", ({ reason }) => reason],
    ["Conversion id", ({ id }) => id],
    ["Event type", ({ eventType }) => eventType],
    ["Sale amount as decided", ({ decided }) => decided.sale],
    ["Commission as decided", ({ decided }) => decided.payout],
    ["Payable from", ({ payableFrom }) => payableFrom && local(payableFrom)],
  ];
};
