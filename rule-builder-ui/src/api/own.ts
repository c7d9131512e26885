import {
  Own,
  OwnConversion,
  type OwnConversionFilter,
  OwnReport,
  type OwnReportFilter,
  page,
} from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

/** Everything of the partner whose key this is. */
export const getOwn = () => request(Own, "/api/own");

const programPath = (program: string) => path`/api/own/programs/${program}`;

/** What the partner's own conversions of these days came to. */
export const getOwnReport = (program: string, filter: OwnReportFilter) =>
  request(OwnReport, `${programPath(program)}/report${query({ ...filter })}`);

/** Rows of one page of the table. */
const ROWS = 25;

export const listOwnConversions = (program: string, filter: OwnConversionFilter, cursor?: string | null) =>
  request(page(OwnConversion), `${programPath(program)}/conversions${query({ ...filter, cursor, limit: ROWS })}`);

/** Where the browser fetches the same list, all pages, as a table for spreadsheets. */
export const ownConversionsCsv = (program: string, filter: OwnConversionFilter): string =>
  `${programPath(program)}/conversions.csv${query({ ...filter })}`;
