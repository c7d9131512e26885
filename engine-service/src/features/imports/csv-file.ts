import { pipeline, Readable } from "node:stream";
import { type Fault, pointerTo, shown } from "@firstmatch/shared-types";
import { type CsvError, type Info, parse } from "csv-parse";
import { faultsOfStoring } from "../../http/json.ts";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { fault, invalid } from "../../http/problem.ts";
import { type Column, columnsOf } from "./csv-columns.ts";
import { type FileLine, lineOf, RestUnread } from "./file-line.ts";

/**
 * A file of RFC 4180 whose first line names the fields of POST /conversions, `params.tier` for one of the params. An
 * empty cell says nothing. Items are JSON in a column `items`.
 */
export async function* csvFile(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileLine> {
  let columns: readonly Column[] | undefined;
  for await (const { line, cells } of recordsOf(chunks)) {
    if (cells.every((cell) => cell === "")) continue;
    if (columns !== undefined) {
      const known = columns;
      yield lineOf(line, () => inputOf(known, cells));
      continue;
    }
    const read = cells.some((cell) => cell.includes(UNDECODED))
      ? { ok: false as const, faults: [{ pointer: "", message: NOT_UTF8 }] }
      : columnsOf(cells);
    if (!read.ok) {
      yield { line, faults: read.faults };
      return;
    }
    columns = read.value;
  }
}

interface CsvRecord {
  /** Where it begins; a cell in quotation marks may go over several lines. */
  line: number;
  cells: string[];
}

async function* recordsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  // The parser goes on behind a misplaced quotation mark, and nobody knows with what: the records before it count.
  let broken: { after: number; why: string } | undefined;
  const parser = parse({
    ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: HTTP_LIMITS.event,
    skip_records_with_error: true,
    on_skip: (error) => {
      broken ??= { after: parser.info.records, why: sentenceOf(error as CsvError) };
      return undefined;
    },
  });
  // An error of the source is thrown by the loop.
  pipeline(Readable.from(chunks), parser, () => {});
  let [next, blank] = [1, 0];
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const line = next + info.empty_lines - blank;
    if (broken !== undefined && info.records > broken.after) break;
    yield { line, cells: record };
    blank = info.empty_lines;
    next = line + 1 + record.reduce((ends, cell) => ends + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  }
  if (broken !== undefined) throw new RestUnread(next, broken.why);
}

function sentenceOf({ code }: CsvError): string {
  if (code === "CSV_MAX_RECORD_SIZE")
    return `Here begins a record of more than ${HTTP_LIMITS.event} bytes; perhaps a quotation mark was left open.`;
  if (code === "CSV_QUOTE_NOT_CLOSED") return "Here, or in a line below, a quotation mark is left open.";
  return 'Here, or in a line below, a quotation mark stands inside a cell: the cell must stand in quotation marks, and a mark of its own be doubled, like "12"" pipe".';
}

/** What the decoder puts where bytes are not UTF-8; no fact has it. */
const UNDECODED = "\uFFFD";
const NOT_UTF8 = "holds bytes that are not UTF-8 text; save the file as UTF-8";

function inputOf(columns: readonly Column[], cells: readonly string[]): object {
  if (cells.length !== columns.length) throw fault("", `has ${cells.length} cells; the heading has ${columns.length}`);
  const fields: [string, unknown][] = [];
  const params: [string, string][] = [];
  const faults: Fault[] = [];
  columns.forEach(({ name, param }, at) => {
    const cell = cells[at] as string;
    if (cell === "") return;
    if (cell.includes(UNDECODED)) faults.push({ pointer: pointerTo([name]), message: NOT_UTF8 });
    if (param === null) fields.push([name, name === "items" ? itemsIn(cell) : cell]);
    else params.push([param, cell]);
  });
  if (params.length > 0) fields.push(["params", Object.fromEntries(params)]);
  const input = Object.fromEntries(fields);
  faults.push(...faultsOfStoring(input));
  if (faults.length > 0) throw invalid(faults);
  return input;
}

function itemsIn(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    throw fault("/items", `must be JSON like [{"sku":"S1","amount":"20.00"}], not ${shown(cell)}`);
  }
}
