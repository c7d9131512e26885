import { type Condition, operatorOf } from "@firstmatch/shared-types";

type Value = Condition["value"];

/**
 * The value in the shape that the operator compares with, keeping as much as there is: from `between` to `is at least`
 * the first end stays. What already fits is given back as it is. A list that is still text is one that cannot be split
 * yet, because a quotation mark is left open; it stays as typed.
 */
export function fittedValue(value: Value | undefined, operator: string): Value {
  const shape = operatorOf(operator)?.expected;
  if (shape === undefined) return value ?? "";
  if (shape === "none") return true;
  const sides =
    value === undefined || value === true || value === "" ? [] : typeof value === "string" ? [value] : value;
  if (shape === "one") return sides[0] ?? "";
  if (shape === "range") return sides.length === 2 ? sides : [sides[0] ?? "", ""];
  return typeof value === "string" && value !== "" ? value : sides;
}
