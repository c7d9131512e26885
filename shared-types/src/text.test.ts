import { describe, expect, it } from "vitest";
import { foldText } from "./text.ts";

describe("texts are compared without regard to case, after NFC (contract 3.3)", () => {
  it.each([
    ["New", "nEW"],
    ["é", "e\u0301"],
    ["É", "e\u0301"],
    ["straße", "STRASSE"],
    ["straße", "STRAẞE"],
    ["ΟΔΟΣ", "οδος"],
    ["K", "\u212a"],
  ])("%s equals %s", (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it.each([
    ["New", "New "],
    ["e", "é"],
    ["a", "b"],
  ])("%s differs from %s", (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });
});
