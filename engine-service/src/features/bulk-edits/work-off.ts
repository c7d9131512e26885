import type { Rooms } from "../../wire.ts";
import type { Chunk, Counts, StoredBulkEdit, StoredLine } from "./bulk-edit-store.ts";
import { readScope } from "./edit-scope.ts";
import { workLine } from "./work-line.ts";

/** Members under way at the same time: enough to share the flushes of a disk, few enough to leave room for others. */
const AT_ONCE = 10;

/** How long finished lines may go unreported; a crash makes them doubtful, not wrong. */
const REPORT_EVERY_MS = 500;

/** Whether to go on: not when the service is leaving, nor when another process has the job. */
export type Hold = { worker: string; goesOn: () => boolean };

/** Works off a job, chunk by chunk; true when nothing of it waits any more. */
export async function workOff(rooms: Rooms, job: StoredBulkEdit, hold: Hold): Promise<boolean> {
  const { bulkEdits } = rooms;
  for (const place of await bulkEdits.places(job.chunks)) {
    if (waitingOf(place, job) === 0) continue;
    if (!hold.goesOn()) return false;
    const chunk = await bulkEdits.chunk(place._id);
    if (chunk === null) throw new Error(`the lines ${place._id} of the bulk edit ${job._id} are gone`);
    if (!(await workChunk(rooms, job, chunk, hold))) return false;
  }
  return true;
}

/** Lines that wait, those among them that an earlier attempt refused. */
const waitingOf = ({ attempt, counts }: Pick<Chunk, "attempt" | "counts">, job: StoredBulkEdit): number =>
  counts.waiting + (attempt < job.attempt ? counts.refused : 0);

async function workChunk(rooms: Rooms, job: StoredBulkEdit, chunk: Chunk, { worker, goesOn }: Hold): Promise<boolean> {
  const { bulkEdits } = rooms;
  const again = chunk.attempt < job.attempt;
  const lines = chunk.lines.map(
    (line): StoredLine => (again && line.result === "refused" ? { ...line, result: "waiting" } : line),
  );
  if (!(await bulkEdits.begin(chunk, job.attempt, worker, lines))) return false;
  const scope = await readScope(rooms, job.program, job.edit);
  const doubtful = chunk.worker !== null;
  const waiting = lines.flatMap(({ result }, at) => (result === "waiting" ? [at] : []));
  let reported = Date.now();
  while (waiting.length > 0 && goesOn()) {
    const some = waiting.splice(0, AT_ONCE);
    const worked = await Promise.allSettled(
      some.map(async (at) => {
        lines[at] = await workLine(rooms, scope, job, lines[at] as StoredLine, doubtful);
      }),
    );
    const failed = worked.find((each) => each.status === "rejected");
    if (waiting.length === 0 || failed !== undefined || !goesOn() || Date.now() - reported > REPORT_EVERY_MS) {
      reported = Date.now();
      if (!(await bulkEdits.report(chunk._id, worker, lines))) return false;
    }
    if (failed !== undefined) throw failed.reason;
  }
  return waiting.length === 0;
}

/** How far a job is. */
export async function progressOf({ bulkEdits }: Rooms, job: StoredBulkEdit): Promise<Counts> {
  if (job.counts !== null) return job.counts;
  const sum: Counts = { all: 0, done: 0, unchanged: 0, refused: 0, waiting: 0 };
  for (const place of await bulkEdits.places(job.chunks)) {
    const { all, done, unchanged, refused, waiting } = place.counts;
    const again = place.attempt < job.attempt ? refused : 0;
    sum.all += all;
    sum.done += done;
    sum.unchanged += unchanged;
    sum.refused += refused - again;
    sum.waiting += waiting + again;
  }
  return sum;
}
