import { HistoryEntry, type HistoryFilter, page } from "@firstmatch/shared-types";
import { query, request } from "./request.ts";

/** The newest first. */
export const listHistory = (filter: HistoryFilter, cursor?: string | null) =>
  request(page(HistoryEntry), `/api/history${query({ ...filter, cursor })}`);
