import { createHash } from "node:crypto";
import type { NewBulkEdit } from "@firstmatch/shared-types";
import type { Caller } from "../../http/caller.ts";
import { conflict, fault, notFound, Problem } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { doneBy } from "../doer.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredBulkEdit } from "./bulk-edit-store.ts";
import { planBulkEdit } from "./preview.ts";

/**
 * Starts a bulk edit as it was shown; what would change by now for others, or otherwise, is refused. The same id again
 * is the same bulk edit, however often it is sent.
 */
export const startBulkEdit = (
  rooms: Rooms,
  program: string,
  { id, ...sent }: NewBulkEdit,
  by: Caller,
): Promise<{ job: StoredBulkEdit; started: boolean }> =>
  rooms.turns.take(`bulk-edits/${id}`, async () => {
    await findProgram(rooms, program);
    const { fingerprint, ...request } = sent;
    const asked = createHash("sha256").update(JSON.stringify(sent)).digest("hex");
    const before = await rooms.bulkEdits.find(id);
    if (before !== null) return { job: same(before, program, asked), started: false };
    const { title, lines, fingerprint: current } = await planBulkEdit(rooms, program, request);
    if (fingerprint !== current)
      throw new Problem(
        "stale",
        "What would change is no longer what you saw. Nothing was changed; look at the preview again.",
      );
    if (lines.length === 0) throw fault("/selection", "finds nobody, so there is nothing to do");
    const startedAt = rooms.now().toISOString();
    const job = await rooms.bulkEdits.insert(
      {
        ...{ _id: id, program, title, edit: request.edit, asked, attempt: 1 },
        ...{ status: "running", lease: null, counts: null, finishedAt: null },
        ...{ startedBy: nameOnly(by), by: nameOnly(by), startedAt, order: `${startedAt} ${id}` },
      },
      lines.map(({ partner, sentence }) => ({ partner, result: "waiting", sentence })),
      bulkEditDeed({ _id: id, program, title }, `${title}: a bulk edit of ${members(lines.length)}`, by),
    );
    if (job === null) return { job: same(await findBulkEdit(rooms, program, id), program, asked), started: false };
    void rooms.bulkEditRunner.look(rooms);
    return { job, started: true };
  });

/** Tries the refused lines of a finished bulk edit once more. */
export async function retryBulkEdit(rooms: Rooms, program: string, id: string, by: Caller): Promise<StoredBulkEdit> {
  const job = await findBulkEdit(rooms, program, id);
  const busy = () =>
    conflict(`The bulk edit "${job.title}" is under way; what it refuses can be tried again after it.`);
  if (job.status === "running") throw busy();
  const refused = job.counts?.refused ?? 0;
  if (refused === 0) throw conflict(`The bulk edit "${job.title}" refused nothing, so there is nothing to try again.`);
  const deed = bulkEditDeed(job, `${job.title}: tried once more for ${members(refused)}`, by);
  const stored = await rooms.bulkEdits.retry(job, nameOnly(by), deed);
  if (stored === null) throw busy();
  void rooms.bulkEditRunner.look(rooms);
  return stored;
}

export async function findBulkEdit(rooms: Rooms, program: string, id: string): Promise<StoredBulkEdit> {
  await findProgram(rooms, program);
  const job = await rooms.bulkEdits.find(id);
  if (job === null || job.program !== program)
    throw notFound(`There is no bulk edit "${id}" in the program "${program}".`);
  return job;
}

function same(job: StoredBulkEdit, program: string, asked: string): StoredBulkEdit {
  if (job.program === program && job.asked === asked) return job;
  throw conflict(`The id "${job._id}" is another bulk edit's, "${job.title}"; take a new one.`);
}

const nameOnly = ({ id, name }: Caller) => ({ id, name });

const members = (count: number) => `${count} ${count === 1 ? "partner" : "partners"}`;

const bulkEditDeed = (
  { _id, program, title }: Pick<StoredBulkEdit, "_id" | "program" | "title">,
  sentence: string,
  by: Caller,
) => ({
  ...doneBy({ by, bulkEdit: _id }),
  thing: { kind: "bulk-edit" as const, id: _id, name: title },
  program,
  partners: [],
  sentence,
  before: null,
  after: null,
});
