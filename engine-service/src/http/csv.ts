import { once } from "node:events";
import { stringify } from "csv-stringify/sync";
import type { Response } from "express";
import { writeHead } from "./security-headers.ts";

/** One field; null is an empty one. */
export type Cell = string | number | null;

/** A file as it goes out: its name, the heading, then row by row. */
export interface CsvFile {
  name: string;
  heading: readonly string[];
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** Rows gathered before they are written: few system calls, little memory. */
const ROWS_AT_ONCE = 200;

/**
 * A spreadsheet runs what begins like a formula, and what partners and trackers send may begin like one. An apostrophe
 * in front makes it text again; a plain number, also a negative one, stays a number. Source: OWASP, CSV injection.
 */
const guarded = (cell: Cell): Cell =>
  typeof cell === "string" && /^\s*[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)
    ? `'${cell}`
    : cell;

/** Where a comma is the decimal sign, spreadsheets separate by these instead. */
const OTHER_SEPARATORS = /[;\t]/;

/** Lines of a CSV file as RFC 4180 has them, safe to open in a spreadsheet. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(guarded)),
    { record_delimiter: "windows", quoted_match: OTHER_SEPARATORS },
  );

/** Reads on only when what was written has gone out; stops when the client has gone. */
export async function answerCsv(response: Response, { name, heading, rows }: CsvFile): Promise<void> {
  writeHead(response, 200, {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="${name.replaceAll(/[^\w.-]+/g, "-")}"`,
    "Cache-Control": "no-store",
  });
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const write = async (some: readonly (readonly Cell[])[]) => {
    if (!response.write(csvLines(some))) await once(response, "drain", { signal: gone.signal });
  };
  try {
    // Without the mark at the beginning, spreadsheets take UTF-8 for another encoding.
    response.write("\uFEFF");
    let some: (readonly Cell[])[] = [heading];
    for await (const row of rows) {
      if (gone.signal.aborted) return;
      some.push(row);
      if (some.length < ROWS_AT_ONCE) continue;
      await write(some);
      some = [];
    }
    await write(some);
    response.end();
  } catch (error) {
    // The client went away: nobody is left to be told.
    if (!gone.signal.aborted) throw error;
  }
}
