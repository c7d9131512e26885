import { Report, type ReportFilter } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

const reportPath = (program: string) => path`/api/programs/${program}/report`;

/** What the conversions of these days came to. */
export const getReport = (program: string, filter: ReportFilter) =>
  request(Report, reportPath(program) + query({ ...filter }));

/** The address of the same as a file; the browser saves it as it comes. */
export const reportCsvPath = (program: string, filter: ReportFilter): string =>
  `${reportPath(program)}.csv${query({ ...filter })}`;
