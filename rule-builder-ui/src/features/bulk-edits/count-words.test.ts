import { describe, expect, it } from "vitest";
import { countsInWords, percentOf, startLabel } from "./count-words.ts";

describe("how many members a bulk edit changes", () => {
  it.each([
    [{ all: 1, done: 1, unchanged: 0, refused: 0 }, "Will change for 1 member.", "Changed for 1 member."],
    [
      { all: 1_240, done: 1_234, unchanged: 5, refused: 1 },
      "Will change for 1,234 members. 5 are so already, 1 is refused.",
      "Changed for 1,234 members. 5 were so already, 1 was refused.",
    ],
    [
      { all: 3, done: 0, unchanged: 1, refused: 2 },
      "Nothing would change. 1 is so already, 2 are refused.",
      "Nothing was changed. 1 was so already, 2 were refused.",
    ],
  ])("%j", (counts, before, after) => {
    expect(countsInWords(counts, "preview")).toBe(before);
    expect(countsInWords(counts, "report")).toBe(after);
  });

  it.each([
    ["move", 1, "Change 1 member"],
    ["join", 12, "Add 12 members"],
    ["links", 0, "Nothing to change"],
  ] as const)("a button that will %s %i: %s", (kind, count, label) => expect(startLabel(kind, count)).toBe(label));

  it.each([
    [0, 200, 0],
    [199, 200, 99],
    [1_999, 2_000, 99],
    [200, 200, 100],
    [0, 0, 100],
  ])("%i of %i through are %i percent: never all before all are", (through, all, percent) =>
    expect(percentOf({ all, waiting: all - through, done: through, unchanged: 0, refused: 0 })).toBe(percent),
  );
});
