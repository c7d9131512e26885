import { randomUUID } from "node:crypto";
import type { BulkEdit, BulkEditLine, Edit } from "@firstmatch/shared-types";
import type { Reply, TestService } from "./test-service.ts";

export const BULK = "/api/programs/acme/bulk-edits";
export const EVERYONE = { filter: {} };

/** The doors of bulk edits: look, start, wait, read the report. */
export function bulkEditDoors({ send, rooms }: TestService) {
  const preview = (edit: Edit, selection: object = EVERYONE) => send("POST", `${BULK}/preview`, { selection, edit });
  const start = async (edit: Edit, selection: object = EVERYONE, id: string = randomUUID()): Promise<Reply> => {
    const seen = await preview(edit, selection);
    if (seen.status !== 200) return seen;
    return send("POST", BULK, { id, selection, edit, fingerprint: seen.body.fingerprint });
  };
  const job = async (id: string): Promise<BulkEdit> => (await send("GET", `${BULK}/${id}`)).body;
  /** When this service has nothing left to do. */
  const settled = async (id: string): Promise<BulkEdit> => {
    await rooms.bulkEditRunner.look(rooms);
    await rooms.bulkEditRunner.idle();
    return job(id);
  };
  /** Starts and waits. */
  const run = async (edit: Edit, selection: object = EVERYONE): Promise<BulkEdit> => {
    const reply = await start(edit, selection);
    if (reply.status !== 202) throw new Error(reply.text);
    return settled(reply.body.id);
  };
  /** As "result: partner sentence". */
  const lines = async (id: string, query = ""): Promise<string[]> =>
    (await send("GET", `${BULK}/${id}/lines${query}`)).body.items.map(
      ({ partner, result, sentence }: BulkEditLine) => `${result}: ${partner} ${sentence}`,
    );
  return { preview, start, job, settled, run, lines };
}
