import { Code, CodePattern } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { codeExample } from "./code-example.ts";

describe("the example of a code pattern", () => {
  it.each([
    ["{NAME}{NN}", "ANALOPEZ07"],
    ["SUMMER-{XXXX}", "SUMMER-K7QW"],
    ["{NAME}-{XX}{NNNNN}", "ANALOPEZ-K707480"],
  ])("%s gives %s, which is a code", (pattern, code) => {
    expect(CodePattern.safeParse(pattern).success).toBe(true);
    expect(codeExample(pattern)).toBe(code);
    expect(Code.safeParse(codeExample(pattern)).success).toBe(true);
  });
});
