import type { BulkEditLine } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import type { Rooms } from "../../wire.ts";
import type { Chunk, StoredBulkEdit, StoredLine } from "./bulk-edit-store.ts";

/** A line and its place in the whole, from 0; the cursor. */
export interface PlacedLine extends StoredLine {
  place: number;
}

/** The lines of a bulk edit in the order of its selection, one more than the limit, if there are so many. */
export async function listLines(
  { bulkEdits }: Rooms,
  job: StoredBulkEdit,
  { limit, cursor, result }: PageRequest & { result?: BulkEditLine["result"] | undefined },
): Promise<PlacedLine[]> {
  const after = cursor === undefined ? -1 : Number(cursor);
  const lines: PlacedLine[] = [];
  let first = 0;
  for (const { _id, counts } of await bulkEdits.places(job.chunks)) {
    const before = first;
    first += counts.all;
    // What a chunk counts may be asked before its lines are read.
    if (first <= after + 1 || (result !== undefined && counts[result] === 0 && !mayWait(job, counts, result))) continue;
    const chunk = await bulkEdits.chunk(_id);
    for (const [at, line] of (chunk === null ? [] : linesNow(job, chunk)).entries()) {
      const place = before + at;
      if (place > after && (result === undefined || line.result === result)) lines.push({ ...line, place });
      if (lines.length > limit) return lines;
    }
  }
  return lines;
}

const mayWait = ({ attempt }: StoredBulkEdit, { refused }: Chunk["counts"], result: string) =>
  attempt > 1 && refused > 0 && result === "waiting";

/** What an earlier attempt refused waits for this one. */
const linesNow = (job: StoredBulkEdit, { attempt, lines }: Chunk): StoredLine[] =>
  attempt < job.attempt
    ? lines.map((line) => (line.result === "refused" ? { ...line, result: "waiting" } : line))
    : lines;
