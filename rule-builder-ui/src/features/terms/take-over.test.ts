import { describe, expect, it } from "vitest";
import { takeOver } from "./take-over.ts";

interface Sample {
  name: string;
  enabled?: boolean;
  list?: string[];
}

describe("taking over what differs", () => {
  it.each<[string, Sample, Sample, Sample, Sample]>([
    ["a changed part", { name: "a" }, { name: "b" }, { name: "a", list: ["x"] }, { name: "b", list: ["x"] }],
    ["a new part", { name: "a" }, { name: "a", enabled: false }, { name: "c" }, { name: "c", enabled: false }],
    [
      "a part that was left out",
      { name: "a", enabled: false },
      { name: "a" },
      { name: "c", enabled: true },
      { name: "c" },
    ],
    [
      "nothing that reads the same",
      { name: "a", list: ["x"] },
      { name: "a", list: ["x"] },
      { name: "c", list: ["y"] },
      { name: "c", list: ["y"] },
    ],
  ])("takes %s", (_, before, after, onto, wanted) => expect(takeOver(onto, before, after)).toEqual(wanted));
});
