import { HistoryEntry, HistoryFilter, page } from "@firstmatch/shared-types";
import { z } from "zod";
import { pageOf, pageQuery } from "../../http/page.ts";
import { fault } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { printEntry } from "./history-store.ts";

export const historyRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/history",
    access: "read",
    tag: "History",
    summary: "What was changed, the newest first: who, when, what, before and after",
    description:
      "Everything given must hold: program; partner, whom the change concerns; thing (kind) and id; by (id of a key); bulkEdit; folded (of bulk edits only their own lines); from (included) and until (not).",
    query: z.strictObject({ ...HistoryFilter.shape, ...pageQuery }),
    answers: { 200: { description: "A page of changes", schema: page(HistoryEntry) } },
    handle: async ({ query: { limit, cursor, ...filter } }) => {
      await check(rooms, filter);
      const found = await rooms.history.list(filter, { limit, cursor });
      return { status: 200, body: pageOf(found, limit, ({ _id }) => _id, printEntry) };
    },
  }),
];

/** A filter that can find nothing would look like a history in which nothing happened. */
async function check({ programs }: Rooms, { program, thing, id, from, until }: HistoryFilter): Promise<void> {
  if (program !== undefined && (await programs.find(program)) === null)
    throw fault("/program", `there is no program "${program}"`);
  if (id !== undefined && thing === undefined)
    throw fault("/thing", "is missing; an id is that of a thing of some kind");
  if (from !== undefined && until !== undefined && Date.parse(from) >= Date.parse(until))
    throw fault("/until", `must be after from, ${from}; ${until} is not`);
}
