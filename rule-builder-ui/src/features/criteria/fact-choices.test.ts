import { FACTS, factOf, OPERATOR_NAMES, operatorsFor } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { factChoices, operatorChoices } from "./fact-choices.ts";

const values = (choices: readonly ({ value: string } | { items: { value: string }[] })[]): string[] =>
  choices.flatMap((choice) => ("items" in choice ? choice.items.map(({ value }) => value) : [choice.value]));

describe("the facts that a row offers", () => {
  it("are all of the catalogue, each once", () =>
    expect(values(factChoices("", "")).sort()).toEqual(FACTS.map(({ key }) => key).sort()));

  it.each([
    ["tier", "params.tier"],
    [" params.tier ", "params.tier"],
  ])("a typed %s is offered as a parameter", (typed, key) => expect(values(factChoices("", typed))).toContain(key));

  it("a catalogue fact that is typed is not offered as a parameter too", () =>
    expect(values(factChoices("", "Order total"))).not.toContain("params.Order total"));

  it("a chosen parameter stays among them", () =>
    expect(values(factChoices("params.tier", "params.tier")).filter((key) => key === "params.tier")).toHaveLength(1));
});

describe("the operators that a row offers", () => {
  it.each(FACTS.map(({ key }) => key))("%s gets those that fit its kind", (key) => {
    const fact = factOf(key);
    expect(values(operatorChoices(fact, "")).sort()).toEqual(operatorsFor(fact?.kind ?? "any").sort());
  });

  it("a parameter gets every one, each once", () =>
    expect(values(operatorChoices(factOf("params.tier"), "")).sort()).toEqual([...OPERATOR_NAMES].sort()));

  it("the event parameter is asked for as Any, List, None (contract 3.8)", () =>
    expect(operatorChoices(factOf("eventParameter"), "").slice(0, 3)).toEqual([
      { value: "isNotEmpty", label: "Any: has any value" },
      { value: "isAnyOf", label: "List: is" },
      { value: "isEmpty", label: "None: is empty" },
    ]));
});
