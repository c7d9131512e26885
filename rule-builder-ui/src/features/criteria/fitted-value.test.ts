import { describe, expect, it } from "vitest";
import { fittedValue } from "./fitted-value.ts";

describe("a value after its operator changed", () => {
  it.each([
    ["between → is at least keeps the first end", ["5", "9"], "greaterThanInclusive", "5"],
    ["is at least → between keeps the number as the first end", "5", "between", ["5", ""]],
    ["is at least → is empty compares with nothing", "5", "isEmpty", true],
    ["is empty → is starts with an empty list", true, "isAnyOf", []],
    ["is → contains keeps the list", ["A", "B"], "contains", ["A", "B"]],
    ["is → equals keeps the first value", ["A", "B"], "equal", "A"],
    ["equals → is keeps the value as typed", "A", "isAnyOf", "A"],
    ["a list that cannot be split yet stays as typed", '"A', "isAnyOf", '"A'],
    ["nothing → is more than is nothing", undefined, "greaterThan", ""],
    ["between with nothing has two empty ends", true, "between", ["", ""]],
    ["an unknown operator keeps what there is", ["A"], "unheardOf", ["A"]],
  ] as const)("%s", (_, value, operator, fitted) => expect(fittedValue(value, operator)).toEqual(fitted));
});
