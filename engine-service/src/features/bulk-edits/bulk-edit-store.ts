import { randomUUID } from "node:crypto";
import type { BulkEdit, Edit } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import type { Storage, Stored } from "../../storage/collection.ts";
import type { Changed, Changes, Deed } from "../changes.ts";
import type { Doer } from "../doer.ts";
import { kept, type Revised } from "../kept.ts";
import type { Plan } from "./plan.ts";

/** Which process works on a job. The beat goes up as long as it does; when it stands still, others may take over. */
export interface Lease {
  by: string;
  beat: number;
}

export type Counts = BulkEdit["counts"];

/** `_id` is the id that the caller brought along. */
export interface StoredBulkEdit extends Revised {
  program: string;
  title: string;
  edit: Edit;
  /** SHA-256 of what was sent; tells a repeated request from another one with the same id. */
  asked: string;
  /** Its chunks bear this key, so that those of a start that failed belong to nobody. */
  chunks: string;
  /** Goes up with each retry; lines that an earlier attempt refused are then tried again. */
  attempt: number;
  status: BulkEdit["status"];
  lease: Lease | null;
  /** When it is finished; before, the chunks tell. */
  counts: Counts | null;
  startedBy: Doer["by"];
  /** Who started it, or the latest retry: whose changes they are. */
  by: Doer["by"];
  startedAt: string;
  /** When it was started, then its id: what lists are sorted by. */
  order: string;
  finishedAt: string | null;
}

export interface StoredLine {
  partner: string;
  result: Plan["result"] | "waiting";
  sentence: string;
}

/** A few hundred lines, worked off and stored together. */
export interface Chunk extends Stored {
  chunks: string;
  /** From 0. */
  place: number;
  attempt: number;
  /**
   * The process that began it; only this one may report. While lines wait, those of an earlier one may be done already:
   * it was cut off before it could say so.
   */
  worker: string | null;
  counts: Counts;
  lines: StoredLine[];
}

/** Far below what fits into a document, and written in one go a few times only. */
export const LINES_PER_CHUNK = 250;

export const chunkKey = (chunks: string, place: number) => `${chunks}/${String(place).padStart(6, "0")}`;

export const countLines = (lines: readonly StoredLine[]): Counts => {
  const counts: Counts = { all: lines.length, done: 0, unchanged: 0, refused: 0, waiting: 0 };
  for (const { result } of lines) counts[result]++;
  return counts;
};

export type BulkEditStore = ReturnType<typeof bulkEditStore>;

export function bulkEditStore(storage: Storage, changes: Changes) {
  const jobs = kept<StoredBulkEdit>(storage, changes, "bulk-edits", [{ fields: ["program"] }, { fields: ["status"] }]);
  const chunks = storage.collection<Chunk>("bulk-edit-lines", [{ fields: ["chunks"] }]);
  const { documents } = jobs;

  return {
    find: jobs.find,

    running: () => documents.find({ status: "running" }, { sort: { order: 1 } }),

    /** The newer first. */
    list: (program: string, { limit, cursor }: PageRequest) =>
      documents.find(
        { program, ...(cursor !== undefined && { order: { $lt: cursor } }) },
        { sort: { order: -1 }, limit: limit + 1 },
      ),

    /** The lines before the job that makes them visible. Null when the id is taken. */
    async insert(
      job: Omit<StoredBulkEdit, "chunks" | "revision" | keyof Changed>,
      lines: readonly StoredLine[],
      deed: Deed,
    ): Promise<StoredBulkEdit | null> {
      const key = randomUUID();
      const keys: string[] = [];
      for (let at = 0; at < lines.length; at += LINES_PER_CHUNK) {
        const place = keys.length;
        const some = lines.slice(at, at + LINES_PER_CHUNK);
        const _id = chunkKey(key, place);
        keys.push(_id);
        await chunks.insertOne({
          ...{ _id, chunks: key, place, attempt: job.attempt, worker: null },
          ...{ counts: countLines(some), lines: some },
        });
      }
      const stored = await jobs.insert({ ...job, chunks: key }, deed);
      if (stored === null) for (const _id of keys) await chunks.deleteOne({ _id });
      return stored;
    },

    /** Null when it is no longer as it was. */
    retry: (job: StoredBulkEdit, by: Doer["by"], deed: Deed) =>
      jobs.change(job, { status: "running", attempt: job.attempt + 1, by, counts: null, finishedAt: null }, deed),

    /** Null when somebody else has it, or it is finished. @param seen as it stood still */
    take: (id: string, seen: Lease | null, by: string) =>
      documents.findOneAndUpdate(
        {
          _id: id,
          status: "running",
          ...(seen === null ? { lease: null } : { "lease.by": seen.by, "lease.beat": seen.beat }),
        },
        { $set: { lease: { by, beat: 0 } } },
      ),

    /** False when somebody else has it now. */
    beat: async (id: string, by: string): Promise<boolean> =>
      (await documents.findOneAndUpdate({ _id: id, "lease.by": by }, { $inc: { "lease.beat": 1 } })) !== null,

    release: (id: string, by: string) =>
      documents.findOneAndUpdate({ _id: id, "lease.by": by }, { $set: { lease: null } }),

    finish: (id: string, by: string, counts: Counts, finishedAt: string) =>
      documents.findOneAndUpdate(
        { _id: id, "lease.by": by },
        { $set: { status: "finished", lease: null, counts, finishedAt } },
      ),

    /** Where the chunks are and what of them is left, without their lines. */
    places: (key: string) =>
      chunks.find<Omit<Chunk, "lines">>(
        { chunks: key },
        { sort: { place: 1 }, projection: { place: 1, attempt: 1, worker: 1, counts: 1 } },
      ),

    chunk: (id: string) => chunks.findOne({ _id: id }),

    /** False when another process has begun it since it was read. */
    begin: async (chunk: Chunk, attempt: number, worker: string, lines: readonly StoredLine[]): Promise<boolean> =>
      (await chunks.findOneAndUpdate(
        { _id: chunk._id, attempt: chunk.attempt, worker: chunk.worker },
        { $set: { attempt, worker, lines, counts: countLines(lines) } },
      )) !== null,

    /** False when another process has begun it since. */
    report: async (id: string, worker: string, lines: readonly StoredLine[]): Promise<boolean> =>
      (await chunks.findOneAndUpdate({ _id: id, worker }, { $set: { lines, counts: countLines(lines) } })) !== null,
  };
}
