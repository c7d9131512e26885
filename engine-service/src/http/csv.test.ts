import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "csv-parse/sync";
import type { Response } from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { answerCsv, type Cell, csvLines } from "./csv.ts";

describe("a line of a CSV file", () => {
  it.each<[string, Cell, string]>([
    ["a formula", "=1+1", "'=1+1"],
    ["a formula behind a space", " =1+1", "' =1+1"],
    ["a call by a plus", "+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["a call by an at sign", "@SUM(A1)", "'@SUM(A1)"],
    ["a formula of wide characters", "＝1+1", "'＝1+1"],
    ["a minus before letters", "-2+3", "'-2+3"],
    ["a tab in front", "\t=1", "'\t=1"],
  ])("makes text of what a spreadsheet would run: %s", (_, cell, shown) => {
    expect(parse(csvLines([[cell]]))).toEqual([[shown]]);
  });

  it.each<[string, Cell, string]>([
    ["an amount", "12.50", "12.50"],
    ["an amount below zero", "-12.50", "-12.50"],
    ["a number", -3, "-3"],
    ["nothing", null, ""],
    ["a name with comma, quotation mark and line", 'A "B", C\nD', '"A ""B"", C\nD"'],
    ["a semicolon, quoted for spreadsheets that separate by it", "A; B", '"A; B"'],
    ["a tab, quoted likewise", "A\tB", '"A\tB"'],
    ["an address", "a-b@example.org", "a-b@example.org"],
  ])("leaves the rest as it is: %s", (_, cell, line) => {
    expect(csvLines([[cell, "x"]])).toBe(`${line},x\r\n`);
  });
});

describe("an answer in CSV", () => {
  it("goes out row by row, under a name that is safe, and ends early when nobody reads on", async () => {
    let given = 0;
    function* rows() {
      for (; given < 500_000; given++) yield [given, "x".repeat(200)];
    }
    let done: Promise<void> = Promise.resolve();
    const server = createServer((_, response) => {
      done = answerCsv(response as Response, { name: 'a"b\r\n.csv', heading: ["n", "text"], rows: rows() });
    }).listen(0);
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const leaving = new AbortController();
    const { headers, body } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      signal: leaving.signal,
    });
    expect(headers.get("content-disposition")).toBe('attachment; filename="a-b-.csv"');
    const { value } = (await body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toMatch(/^\uFEFF(n,text\r\n0,xxx)?/);
    leaving.abort();
    await done;
    expect(given).toBeLessThan(500_000);
  });
});
