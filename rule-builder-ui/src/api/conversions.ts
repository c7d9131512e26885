import {
  Conversion,
  type ConversionDetails,
  type ConversionFilter,
  type ConversionSort,
  page,
  type RejectConversion,
  type ReverseConversion,
} from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

const listPath = (program: string) => path`/api/programs/${program}/conversions`;
const onePath = (program: string, id: string) => path`/api/programs/${program}/conversions/${id}`;

/** Rows of one page of the table. */
const ROWS = 50;

export const listConversions = (
  program: string,
  filter: ConversionFilter,
  sort: ConversionSort,
  cursor?: string | null,
) => request(page(Conversion), listPath(program) + query({ ...filter, sort, cursor, limit: ROWS }));

/** Where the browser fetches the same list as a table for spreadsheets. */
export const conversionsCsv = (program: string, filter: ConversionFilter, sort: ConversionSort): string =>
  `${listPath(program)}.csv${query({ ...filter, sort })}`;

export const getConversion = (program: string, id: string) => request(DetailsShape, onePath(program, id));

/** With the full trace and calculation, for which the service decides once more as it did then. */
export const explainConversion = (program: string, id: string) =>
  request(DetailsShape, onePath(program, id) + query({ explain: "true" }));

/** By hand; an id that was recorded already from the same facts adds nothing. */
export const enterConversion = (program: string, body: Record<string, unknown>) =>
  request(DetailsShape, listPath(program), { method: "POST", body });

/** Payable from now on, whatever is left of its holding days. */
export const approveConversion = ({ program, id, revision }: Conversion) =>
  request(DetailsShape, `${onePath(program, id)}/approve`, { method: "POST", ifMatch: revision });

export const rejectConversion = ({ program, id, revision }: Conversion, body: RejectConversion) =>
  request(DetailsShape, `${onePath(program, id)}/reject`, { method: "POST", ifMatch: revision, body });

export const reverseConversion = ({ program, id, revision }: Conversion, body: ReverseConversion) =>
  request(DetailsShape, `${onePath(program, id)}/reverse`, { method: "POST", ifMatch: revision, body });

/** Checked as far as the list's part goes; decision and ledger are only shown. */
const DetailsShape = {
  parse: (answer: unknown) => ({ ...(answer as ConversionDetails), ...Conversion.parse(answer) }),
};
