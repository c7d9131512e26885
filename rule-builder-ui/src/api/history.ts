import { HistoryEntry, type HistoryFilter, page } from "@firstmatch/shared-types";
import { query, request } from "./request.ts";

/** A page of many, since a day may hold that many. */
const LIMIT = 100;

/** The newest first. */
export const listHistory = (filter: HistoryFilter, cursor?: string | null) =>
  request(page(HistoryEntry), `/api/history${query({ ...filter, limit: LIMIT, cursor })}`);
