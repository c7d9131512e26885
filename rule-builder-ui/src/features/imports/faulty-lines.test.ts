import { describe, expect, it } from "vitest";
import { faultyLines } from "./faulty-lines.ts";

const lines = (...numbers: number[]) => new Set(numbers);

describe("the lines of a file that are to be mended", () => {
  it("stand below the heading of a CSV file, each whole, also over several lines of the file", () => {
    const file = '\uFEFFid,text\r\n1,a\r\n\r\n2,"b\r\n""c"""\r\n3,d\r\n4,e';
    expect(faultyLines(file, "text/csv", lines(4, 7))).toBe('\uFEFFid,text\n2,"b\r\n""c"""\n4,e\n');
  });

  it("are only the heading where that is at fault, and end where a quotation mark is left open", () => {
    expect(faultyLines("id;text\n1;a\n", "text/csv", lines(1))).toBe("id;text\n");
    expect(faultyLines('id\n1\n"2\n3\n', "text/csv", lines(3))).toBe('id\n"2\n3\n\n');
  });

  it("are lines as they are in NDJSON, which has no heading", () => {
    expect(faultyLines('{"a":1}\n{"b":"x\n{"c":3}', "application/x-ndjson", lines(2))).toBe('{"b":"x\n');
  });
});
