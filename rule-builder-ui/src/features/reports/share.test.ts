import { describe, expect, it } from "vitest";
import { shareInWords, shareOf } from "./share.ts";

describe("a share of the payout", () => {
  it.each([
    ["38.00", "100.00", "38 %"],
    ["1.00", "3.00", "33 %"],
    ["2.00", "3.00", "67 %"],
    ["0.1", "0.3", "33 %"],
    ["0.00", "100.00", "0 %"],
    ["0.01", "100.00", "under 1 %"],
    ["99.99", "100.00", "over 99 %"],
    ["100.00", "100.00", "100 %"],
    ["0.00", "0.00", "0 %"],
    [1, 4, "25 %"],
  ])("%s of %s is %s", (part, whole, words) => expect(shareInWords(shareOf(part, whole))).toBe(words));
});
