import { describe, expect, it } from "vitest";
import { kpiDecision, payableDecision } from "./rule-tester.samples.ts";
import { answerToSave, comparedWithSaved, readSavedTests, type SavedTest, withSaved } from "./saved-tests.ts";

const test: SavedTest = {
  name: "big order",
  event: { orderTotal: "250" },
  revenueShare: "",
  expected: answerToSave(payableDecision),
};

describe("saved test conversions", () => {
  it("say whether the answer is still the one that was saved", () => {
    expect(comparedWithSaved(test, payableDecision)?.same).toBe(true);
    expect(comparedWithSaved(test, kpiDecision)).toEqual({
      same: false,
      words: "When it was saved: Payable, $37.50, Payout group 1: New and 200 or more",
    });
    expect(comparedWithSaved({ ...test, expected: null }, payableDecision)).toBeNull();
  });

  it("are kept in order of their names, each name once", () => {
    const again = { ...test, revenueShare: "70" };
    expect(withSaved([{ ...test, name: "zero" }, test], again)).toEqual([again, { ...test, name: "zero" }]);
  });

  it("are read back as they were kept", () => {
    expect(readSavedTests(JSON.stringify([test, { ...test, name: "b", expected: null }]))).toHaveLength(2);
  });

  it.each([
    [undefined],
    ["not JSON"],
    ["{}"],
    ['[1, { "name": "x" }]'],
    ['[{"name":"x","event":[],"revenueShare":"","expected":null}]'],
  ])("pass over what is none of theirs: %s", (text) => {
    expect(readSavedTests(text)).toEqual([]);
  });
});
