import { DateTime } from "luxon";
import type { Cell, CsvFile } from "../../http/csv.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredConversion } from "./conversion-store.ts";
import { type ConversionQuery, findConversions, placeIn } from "./find-conversions.ts";
import { printConversion } from "./print-conversion.ts";

/** Conversions read in one go for a file. */
const AT_ONCE = 500;

/** A heading, and what stands under it for each row. */
export type Column<T> = readonly [heading: string, cell: (row: T) => Cell];

interface Table<T> {
  program: StoredProgram;
  query: ConversionQuery;
  columns: readonly Column<T>[];
  print: (conversion: StoredConversion) => T;
}

/** A program's conversions as a file. */
export const conversionsFile = (rooms: Rooms, program: StoredProgram, query: ConversionQuery): Promise<CsvFile> =>
  fileOf(rooms, {
    ...{ program, query, columns: columnsIn(program) },
    print: (conversion) => printConversion(rooms, conversion),
  });

/**
 * Read page by page as it goes out. Resolves when the first page is there, so that what is refused is no half a file.
 */
export async function fileOf<T>(rooms: Rooms, { program, query, columns, print }: Table<T>): Promise<CsvFile> {
  const pageAfter = (cursor?: string) => findConversions(rooms, program, query, { limit: AT_ONCE, cursor });
  const first = await pageAfter();
  async function* rows() {
    let page = first;
    for (;;) {
      for (const conversion of page.slice(0, AT_ONCE)) {
        const printed = print(conversion);
        yield columns.map(([, cell]) => cell(printed));
      }
      const last = page[AT_ONCE - 1];
      if (page.length <= AT_ONCE || last === undefined) return;
      page = await pageAfter(placeIn(query.sort, last));
    }
  }
  return { name: `conversions-${program._id}.csv`, heading: columns.map(([heading]) => heading), rows: rows() };
}

const columnsIn = (program: StoredProgram): Column<ReturnType<typeof printConversion>>[] => {
  const local = localTimeIn(program);
  return [
    [`Order date (${program.timezone})`, ({ occurredAt }) => local(occurredAt)],
    [`Sale amount (${program.currency})`, ({ net }) => net.sale],
    [`Commission earned (${program.currency})`, ({ net }) => net.payout],
    ["Order id", ({ order }) => order],
    ["Payout group", ({ rule }) => ruleName(rule)],
    ["Terms", ({ terms }) => terms],
    ["Version", ({ version }) => version],
    ["Status", ({ state }) => state],
    ["Reason", ({ reason, rejection }) => rejection ?? reason],
    ["Conversion id", ({ id }) => id],
    ["Event type", ({ eventType }) => eventType],
    ["Partner id", ({ partner }) => partner?.id ?? null],
    ["Partner", ({ partner }) => partner?.name ?? null],
    ["Customer id", ({ customer }) => customer],
    ["Click id", ({ click }) => click],
    ["Platform fee", ({ net }) => net.platformFee],
    ["Advertiser cost", ({ net }) => net.advertiserCost],
    ["Sale amount as decided", ({ decided }) => decided.sale],
    ["Commission as decided", ({ decided }) => decided.payout],
    ["Visibility", ({ visibility }) => visibility],
    ["Payable from", ({ payableFrom }) => payableFrom && local(payableFrom)],
    ["Payout run", ({ payoutRun }) => payoutRun],
    ["Recorded at", ({ recordedAt }) => local(recordedAt)],
    ["Came in by", ({ door }) => door],
  ];
};

/** As spreadsheets read it, in the program's time zone. */
export const localTimeIn =
  ({ timezone }: StoredProgram) =>
  (moment: string): string =>
    DateTime.fromISO(moment, { zone: timezone }).toFormat("yyyy-MM-dd HH:mm:ss");

export const ruleName = ({ kind, name }: { kind: string; name: string | null }): string | null =>
  kind === "default" ? "Default payout" : kind === "mixed" ? "Several" : name;
