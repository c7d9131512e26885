import {
  BulkEdit,
  BulkEditLine,
  BulkEditPreview,
  type BulkEditRequest,
  type LINE_RESULTS,
  type NewBulkEdit,
  page,
} from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

export type LineResult = (typeof LINE_RESULTS)[number];

const editsPath = (program: string) => path`/api/programs/${program}/bulk-edits`;
const editPath = (program: string, id: string) => path`/api/programs/${program}/bulk-edits/${id}`;

/** What would change for whom; changes nothing. */
export const previewBulkEdit = (program: string, body: BulkEditRequest) =>
  request(BulkEditPreview, `${editsPath(program)}/preview`, { method: "POST", body });

/** The same id again starts nothing a second time. */
export const startBulkEdit = (program: string, body: NewBulkEdit) =>
  request(BulkEdit, editsPath(program), { method: "POST", body });

export const listBulkEdits = (program: string, cursor?: string | null) =>
  request(page(BulkEdit), editsPath(program) + query({ cursor }));

export const getBulkEdit = (program: string, id: string) => request(BulkEdit, editPath(program, id));

export const listBulkEditLines = (
  program: string,
  id: string,
  result: LineResult | undefined,
  cursor?: string | null,
  limit?: number,
) => request(page(BulkEditLine), `${editPath(program, id)}/lines${query({ result, cursor, limit })}`);

/** Once more for those that were refused. */
export const retryBulkEdit = (program: string, id: string) =>
  request(BulkEdit, `${editPath(program, id)}/retry`, { method: "POST" });
