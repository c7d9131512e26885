import { NewPayoutRun, PayoutPreview, PayoutRun, PayoutRunLine, page } from "@firstmatch/shared-types";
import { PageQuery, pageOf } from "../../http/page.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { balancesOf } from "./balances.ts";
import { cutOf } from "./cut-of.ts";
import { linesOf, payoutRunFile, printPaid, printPayoutRun, printPreview } from "./print-payout-run.ts";
import { findPayoutRun, startPayoutRun } from "./start-payout-run.ts";

const LIST = "/api/programs/{program}/payout-runs";
const ONE = `${LIST}/{run}` as const;

const tag = "Payout runs";
const shows = { description: "The payout run", schema: PayoutRun };

export const payoutRunRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: `${LIST}/preview`,
    access: "read",
    tag,
    summary: "What a payout run would pay whom",
    description: "Nothing is changed. `until`: a local day, today or earlier, and not before that of an earlier run.",
    query: NewPayoutRun.pick({ until: true }),
    answers: { 200: { description: "What is due, and what is carried over", schema: PayoutPreview } },
    problems: ["not-found"],
    handle: async ({ params, query: { until } }) => {
      const program = await findProgram(rooms, params.program);
      const balances = await balancesOf(rooms, program._id, await cutOf(rooms, program, until, rooms.now()));
      return { status: 200, body: printPreview(rooms, program, until, balances) };
    },
  }),
  route({
    method: "post",
    path: LIST,
    access: "pay",
    tag,
    summary: "Pay what has become payable, per partner",
    description:
      "All that became payable up to the end of the day `until`, or up to now where that is today, less what was taken back or paid before. A balance of zero or below is carried over. A day before that of an earlier run is refused. It goes on in the background, also after a restart; the same id again starts nothing a second time and answers 200.",
    body: {
      ...jsonBody(NewPayoutRun),
      example: { id: "0190b0a4-6f4e-4c7e-9d1c-2f6a5c1d7e10", until: "2026-10-31" },
    },
    answers: {
      200: { ...shows, description: "It was started before" },
      201: { ...shows, description: "Started", headers: ["Location"] },
    },
    problems: ["not-found", "conflict"],
    handle: async ({ params: { program }, body, caller }) => {
      const { run, started } = await startPayoutRun(rooms, program, body, caller);
      const answer = printPayoutRun(run);
      if (!started) return { status: 200, body: answer };
      return { status: 201, body: answer, headers: { Location: `/api/programs/${program}/payout-runs/${run.run}` } };
    },
  }),
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag,
    summary: "Payout runs of a program, the newer first",
    query: PageQuery,
    answers: { 200: { description: "A page of payout runs", schema: page(PayoutRun) } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      await findProgram(rooms, params.program);
      const found = await rooms.payoutRuns.list(params.program, query);
      return { status: 200, body: pageOf(found, query.limit, ({ order }) => order, printPayoutRun) };
    },
  }),
  route({
    method: "get",
    path: ONE,
    access: "read",
    tag,
    summary: "One payout run",
    answers: { 200: shows },
    problems: ["not-found"],
    handle: async ({ params: { program, run } }) => ({
      status: 200,
      body: printPayoutRun(await findPayoutRun(rooms, program, run)),
    }),
  }),
  route({
    method: "get",
    path: `${ONE}/lines`,
    access: "read",
    tag,
    summary: "What a payout run paid, partner by partner",
    query: PageQuery,
    answers: { 200: { description: "A page of lines, by the partners' ids", schema: page(PayoutRunLine) } },
    problems: ["not-found"],
    handle: async ({ params: { program, run: id }, query: { limit, cursor } }) => {
      const run = await findPayoutRun(rooms, program, id);
      const found = await linesOf(rooms, run, { limit: limit + 1, after: cursor });
      return {
        status: 200,
        body: pageOf(
          found,
          limit,
          ({ _id }) => _id,
          (entry) => printPaid(rooms, run, entry),
        ),
      };
    },
  }),
  route({
    method: "get",
    path: `${ONE}/lines.csv`,
    access: "read",
    tag,
    summary: "The same as a CSV file",
    answers: { 200: { description: "A line a partner, under a heading", as: "text/csv" } },
    problems: ["not-found"],
    handle: async ({ params: { program, run } }) => ({
      status: 200,
      csv: payoutRunFile(rooms, await findPayoutRun(rooms, program, run)),
    }),
  }),
];
