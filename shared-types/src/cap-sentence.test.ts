import { describe, expect, it } from "vitest";
import { capSentence } from "./cap-sentence.ts";

describe("a cap in words", () => {
  it.each([
    ["100 conversions a day", { measure: "conversions", per: "day", limit: "100" }],
    ["1 conversion an hour", { measure: "conversions", per: "hour", limit: "1" }],
    ["0 conversions in all", { measure: "conversions", per: "total", limit: "0" }],
    ["12,000 conversions a week", { measure: "conversions", per: "week", limit: "12000" }],
    ["$500.00 of advertiser cost a month", { measure: "revenue", per: "month", limit: "500" }],
  ] as const)("%s", (sentence, cap) => {
    expect(capSentence(cap, "USD")).toBe(sentence);
  });

  it("has the digits of the program's currency", () => {
    expect(capSentence({ measure: "revenue", per: "day", limit: "5000" }, "JPY")).toBe(
      "¥5,000 of advertiser cost a day",
    );
  });
});
