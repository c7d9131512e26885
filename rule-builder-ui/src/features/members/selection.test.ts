import { describe, expect, it } from "vitest";
import { isNobody, isTicked, NOBODY, selectionOf, type Ticked, withShown, withTick } from "./selection.ts";

const SHOWN = ["p-1", "p-2", "p-3"];
const ticked = (...partners: string[]): Ticked => ({ all: false, partners: new Set(partners) });
const ALL: Ticked = { all: true };

describe("the members that are ticked", () => {
  it.each([
    ["one more", withTick(ticked("p-1"), "p-2", true, SHOWN), ["p-1", "p-2"]],
    ["one less", withTick(ticked("p-1", "p-2"), "p-1", false, SHOWN), ["p-2"]],
    ["one less of all: the others who are seen", withTick(ALL, "p-2", false, SHOWN), ["p-1", "p-3"]],
    ["all who are seen, and who was ticked before", withShown(ticked("p-9"), SHOWN, true), ["p-9", ...SHOWN]],
    ["none of those who are seen", withShown(ticked("p-9", "p-1"), SHOWN, false), ["p-9"]],
    ["none of all", withShown(ALL, SHOWN, false), []],
  ])("%s", (_, after, partners) => expect(after).toEqual(ticked(...partners)));

  it("are everyone when all are, seen or not", () => {
    expect([isTicked(ALL, "p-99"), isTicked(ticked("p-1"), "p-99"), isNobody(ALL), isNobody(NOBODY)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("go to the bulk edit by name, or as the filter that finds them", () => {
    const filter = { terms: "gold" };
    expect(selectionOf(ticked("p-1", "p-2"), filter)).toEqual({ partners: ["p-1", "p-2"] });
    expect(selectionOf(ALL, filter)).toEqual({ filter });
  });
});
