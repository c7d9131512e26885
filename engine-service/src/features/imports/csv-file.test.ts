import { describe, expect, it } from "vitest";
import { csvFile } from "./csv-file.ts";
import { type FileLine, RestUnread } from "./file-line.ts";

const HEADING = "conversionId,eventType,occurredAt,orderTotal,items,params.tier";

/** In chunks of a few bytes, which cut characters, cells and line ends in two. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield Buffer.from(bytes.subarray(at, at + 7));
}

async function read(file: string | Uint8Array): Promise<(FileLine | { stopped: number; why: string })[]> {
  const lines: (FileLine | { stopped: number; why: string })[] = [];
  try {
    for await (const line of csvFile(chunksOf(Buffer.from(file)))) lines.push(line);
  } catch (error) {
    if (!(error instanceof RestUnread)) throw error;
    lines.push({ stopped: error.line, why: error.message });
  }
  return lines;
}

const sale = (conversionId: string) => ({ conversionId, eventType: "sale" });

describe("conversions as CSV", () => {
  it.each([
    ["line ends of Unix", "\n", ""],
    ["line ends of Windows", "\r\n", ""],
    ["line ends of old Macs", "\r", ""],
    ["a byte order mark, as spreadsheets write it", "\r\n", "\uFEFF"],
  ])("reads the named fields, and nothing from empty cells: %s", async (_what, end, mark) => {
    const items = '"[{""sku"":""Ä"",""amount"":""20.00""}]"';
    const file = `${mark}${[HEADING, `c-1,sale,2026-11-20T10:00:00Z,250.00,,gold`, "", `c-2,sale,,,${items},`].join(end)}`;
    expect(await read(file)).toEqual([
      {
        line: 2,
        input: { ...sale("c-1"), occurredAt: "2026-11-20T10:00:00Z", orderTotal: "250.00", params: { tier: "gold" } },
      },
      { line: 4, input: { ...sale("c-2"), items: [{ sku: "Ä", amount: "20.00" }] } },
    ]);
  });

  it("numbers lines as an editor does, also behind cells that go over several", async () => {
    const file = `${HEADING}\r\n\r\nc-1,sale,,,,"one\r\ntwo"\r\nc-2,sale,,,,"one\n\ntwo"\r\n,,,,,\r\nc-3,sale,,,,`;
    expect((await read(file)).map((line) => "line" in line && line.line)).toEqual([3, 5, 9]);
  });

  it.each([
    ["a misspelt column", "conversionId,eventType,ordertotal", "/ordertotal", 'Did you mean "orderTotal"?'],
    ["a column that stands twice", "conversionId,eventType,source,source", "/source", "two columns, 3 and 4"],
    ["a column without a name", "conversionId,eventType,", "", "column 3 has no name"],
    ["no column for the id", "eventType,orderTotal", "/conversionId", "has no column"],
    ["a fact of items as a column", "conversionId,eventType,itemSku", "/itemSku", 'Items go into the column "items"'],
    ["a derived fact", "conversionId,eventType,hourOfDay", "/hourOfDay", "worked out"],
    ["a column of nobody's", "conversionId,eventType,colour of the box", "/colour of the box", 'a column "params.…"'],
    ["params without a name", "conversionId,eventType,params.", "/params.", "no column known here"],
    ["semicolons", "conversionId;eventType;orderTotal", "", "parted by semicolons"],
    ["tabs", "conversionId\teventType", "", "parted by tabs"],
  ])("refuses a heading with %s, and reads nothing below it", async (_what, heading, pointer, message) => {
    const [first, ...more] = (await read(`${heading}\nc-1,sale,1\n`)) as [{ line: number; faults: unknown[] }];
    expect(first).toMatchObject({ line: 1, faults: [{ pointer, message: expect.stringContaining(message) }] });
    expect(more).toEqual([]);
  });

  it.each([
    ["too few cells", "c-1,sale", "", "has 2 cells; the heading has 6"],
    ["too many cells", "c-1,sale,,,,,7", "", "has 7 cells"],
    ["items that are no JSON", "c-1,sale,,,S1,", "/items", 'must be JSON like [{"sku":"S1"'],
    ["a control character", "c-1,sale,,,,\u0001", "/params/tier", "control character"],
  ])("tells a line with %s, and goes on", async (_what, line, pointer, message) => {
    const lines = await read(`${HEADING}\n${line}\nc-2,sale,,,,\n`);
    expect(lines).toEqual([
      { line: 2, faults: [{ pointer, message: expect.stringContaining(message) }] },
      { line: 3, input: sale("c-2") },
    ]);
  });

  it("refuses what is no UTF-8: a line by itself, a heading with all below it", async () => {
    const latin = (text: string) => Buffer.from(text, "latin1");
    const cell = await read(latin(`${HEADING}\nc-1,sale,,,,Müller\nc-2,sale,,,,`));
    expect(cell).toEqual([
      { line: 2, faults: [{ pointer: "/params.tier", message: expect.stringContaining("not UTF-8") }] },
      { line: 3, input: sale("c-2") },
    ]);
    expect(await read(latin(`${HEADING},params.größe\nc-1,sale,,,,,\n`))).toEqual([
      { line: 1, faults: [{ pointer: "", message: expect.stringContaining("not UTF-8") }] },
    ]);
  });

  it.each([
    ["inside a cell", 'c-2,sa"le,,,,', "inside a cell"],
    ["with something behind it", 'c-2,"sale"s,,,,', "inside a cell"],
    ["that is left open", 'c-2,"sale,,,,', "left open"],
  ])("reads nothing from a quotation mark on %s", async (_what, line, why) => {
    const lines = await read(`${HEADING}\nc-1,sale,,,,\n${line}\nc-3,sale,,,,\n`);
    expect(lines).toEqual([
      { line: 2, input: sale("c-1") },
      { stopped: 3, why: expect.stringMatching(new RegExp(`${why}.*Nothing from this line on was read`)) },
    ]);
  });
});
