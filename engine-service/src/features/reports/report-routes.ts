import { Report, ReportFilter } from "@firstmatch/shared-types";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { makeReport } from "./make-report.ts";
import { reportFile } from "./report-file.ts";

const WHAT =
  "From and until are days of the program's time zone, both included, at most three years apart. Net of corrections, counted on the day when a conversion occurred. With partner, that partner's alone.";

export const reportRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs/{program}/report",
    access: "read",
    tag: "Reports",
    summary: "What the conversions of some days came to: in all, per day, per rule, per partner",
    description: `${WHAT} A conversion that several rules won lines of counts once for each of them. neverFired: payout groups in force now that decided nothing in these days.`,
    query: ReportFilter,
    answers: { 200: { description: "The report", schema: Report } },
    problems: ["not-found"],
    handle: async ({ params, query }) => ({
      status: 200,
      body: await makeReport(rooms, await findProgram(rooms, params.program), query),
    }),
  }),
  route({
    method: "get",
    path: "/api/programs/{program}/report.csv",
    access: "read",
    tag: "Reports",
    summary: "The same as a CSV file",
    description: WHAT,
    query: ReportFilter,
    answers: { 200: { description: "A line a figure's part: total, days, rules, partners", as: "text/csv" } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      const program = await findProgram(rooms, params.program);
      return { status: 200, csv: reportFile(await makeReport(rooms, program, query), program._id, query) };
    },
  }),
];
