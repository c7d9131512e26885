import {
  BulkEdit,
  BulkEditLine,
  BulkEditPreview,
  BulkEditRequest,
  LINE_RESULTS,
  NewBulkEdit,
  page,
} from "@firstmatch/shared-types";
import { z } from "zod";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { PageQuery, pageOf, pageQuery } from "../../http/page.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredBulkEdit } from "./bulk-edit-store.ts";
import { listLines, type PlacedLine } from "./list-lines.ts";
import { planBulkEdit, showPreview } from "./preview.ts";
import { findBulkEdit, retryBulkEdit, startBulkEdit } from "./start-bulk-edit.ts";
import { progressOf } from "./work-off.ts";

const LIST = "/api/programs/{program}/bulk-edits";
const ONE = `${LIST}/{id}` as const;

const tag = "Bulk edits";
const shows = { description: "The bulk edit, and how far it is", schema: BulkEdit };
const example = { selection: { filter: { terms: "default" } }, edit: { kind: "move", terms: "gold" } };

const print = async (rooms: Rooms, job: StoredBulkEdit): Promise<BulkEdit> => ({
  ...{ id: job._id, program: job.program, title: job.title, edit: job.edit, status: job.status },
  counts: await progressOf(rooms, job),
  ...{ startedBy: job.startedBy.name, startedAt: job.startedAt, finishedAt: job.finishedAt },
});

export const bulkEditRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "post",
    path: `${LIST}/preview`,
    access: "edit",
    tag,
    summary: "What a bulk edit would change for whom",
    description: "Nothing is changed. Starting it takes the fingerprint along, so that what is done is what was shown.",
    body: { ...jsonBody(BulkEditRequest, HTTP_LIMITS.document), example },
    answers: { 200: { description: "What would change", schema: BulkEditPreview } },
    problems: ["not-found"],
    handle: async ({ params, body }) => ({
      status: 200,
      body: showPreview(rooms, await planBulkEdit(rooms, params.program, body)),
    }),
  }),
  route({
    method: "post",
    path: LIST,
    access: "edit",
    tag,
    summary: "Start a bulk edit",
    description:
      "It goes on in the background, also after a restart. The same id again starts nothing a second time and answers 200.",
    body: {
      ...jsonBody(NewBulkEdit, HTTP_LIMITS.document),
      example: { ...example, id: "0190b0a4-6f4e-4c7e-9d1c-2f6a5c1d7e10", fingerprint: "from the preview" },
    },
    answers: {
      200: { ...shows, description: "It was started before" },
      202: { ...shows, description: "Started", headers: ["Location"] },
    },
    problems: ["not-found", "conflict", "stale"],
    handle: async ({ params: { program }, body, caller }) => {
      const { job, started } = await startBulkEdit(rooms, program, body, caller);
      const answer = await print(rooms, job);
      if (!started) return { status: 200, body: answer };
      return { status: 202, body: answer, headers: { Location: `/api/programs/${program}/bulk-edits/${job._id}` } };
    },
  }),
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag,
    summary: "Bulk edits of a program, the newer first",
    query: PageQuery,
    answers: { 200: { description: "A page of bulk edits", schema: page(BulkEdit) } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      await findProgram(rooms, params.program);
      const found = await rooms.bulkEdits.list(params.program, query);
      const { items, nextCursor } = pageOf(
        found,
        query.limit,
        ({ order }) => order,
        (job) => job,
      );
      return { status: 200, body: { items: await Promise.all(items.map((job) => print(rooms, job))), nextCursor } };
    },
  }),
  route({
    method: "get",
    path: ONE,
    access: "read",
    tag,
    summary: "One bulk edit, and how far it is",
    answers: { 200: shows },
    problems: ["not-found"],
    handle: async ({ params: { program, id } }) => ({
      status: 200,
      body: await print(rooms, await findBulkEdit(rooms, program, id)),
    }),
  }),
  route({
    method: "get",
    path: `${ONE}/lines`,
    access: "read",
    tag,
    summary: "What a bulk edit did, partner by partner",
    query: z.strictObject({ ...pageQuery, result: z.enum([...LINE_RESULTS, "waiting"]).optional() }),
    answers: { 200: { description: "A page of lines", schema: page(BulkEditLine) } },
    problems: ["not-found"],
    handle: async ({ params: { program, id }, query }) => {
      const found = await listLines(rooms, await findBulkEdit(rooms, program, id), query);
      const printLine = ({ partner, result, sentence }: PlacedLine): BulkEditLine => ({
        ...{ partner, name: nameOf(rooms, partner), result, sentence },
      });
      return { status: 200, body: pageOf(found, query.limit, ({ place }) => String(place), printLine) };
    },
  }),
  route({
    method: "post",
    path: `${ONE}/retry`,
    access: "edit",
    tag,
    summary: "Try the refused lines of a finished bulk edit once more",
    answers: { 202: { ...shows, description: "Started again" } },
    problems: ["not-found", "conflict"],
    handle: async ({ params: { program, id }, caller }) => ({
      status: 202,
      body: await print(rooms, await retryBulkEdit(rooms, program, id, caller)),
    }),
  }),
];
