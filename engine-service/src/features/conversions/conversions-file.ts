import { DateTime } from "luxon";
import type { Cell, CsvFile } from "../../http/csv.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredConversion } from "./conversion-store.ts";
import { type ConversionQuery, findConversions, placeIn } from "./find-conversions.ts";
import { printConversion } from "./print-conversion.ts";

/** Conversions read in one go for a file. */
const AT_ONCE = 500;

/** A program's conversions as a file, read page by page as it goes out. Resolves when the first page is there, so that a refusal is no half a file. */
export async function conversionsFile(rooms: Rooms, program: StoredProgram, query: ConversionQuery): Promise<CsvFile> {
  const { _id: id, timezone, currency } = program;
  const local = (moment: string) => DateTime.fromISO(moment, { zone: timezone }).toFormat("yyyy-MM-dd HH:mm:ss");
  const columns: [heading: string, cell: (conversion: ReturnType<typeof printConversion>) => Cell][] = [
    [`Order date (${timezone})`, ({ occurredAt }) => local(occurredAt)],
    [`Sale amount (${currency})`, ({ net }) => net.sale],
    [`Commission earned (${currency})`, ({ net }) => net.payout],
    ["Order id", ({ order }) => order],
    ["Payout group", ({ rule }) => RULE_KINDS[rule.kind] ?? rule.name],
    ["Terms", ({ terms }) => terms],
    ["Version", ({ version }) => version],
    ["Status", ({ state }) => state],
    ["Reason", ({ reason, rejection }) => rejection ?? reason],
    ["Conversion id", (conversion) => conversion.id],
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
  return {
    name: `conversions-${id}.csv`,
    heading: columns.map(([heading]) => heading),
    rows: await pagesOf(rooms, program, query, (conversion) => {
      const printed = printConversion(rooms, conversion);
      return columns.map(([, cell]) => cell(printed));
    }),
  };
}

const RULE_KINDS: Partial<Record<string, string>> = { default: "Default payout", mixed: "Several" };

export async function pagesOf<T>(
  rooms: Rooms,
  program: StoredProgram,
  query: ConversionQuery,
  print: (conversion: StoredConversion) => T,
): Promise<AsyncGenerator<T>> {
  const pageAfter = (cursor?: string) => findConversions(rooms, program, query, { limit: AT_ONCE, cursor });
  const first = await pageAfter();
  return (async function* () {
    let page = first;
    for (;;) {
      for (const conversion of page.slice(0, AT_ONCE)) yield print(conversion);
      const last = page[AT_ONCE - 1];
      if (page.length <= AT_ONCE || last === undefined) return;
      page = await pageAfter(placeIn(query.sort, last));
    }
  })();
}
