import { type Condition, factOf, type OperatorName } from "@firstmatch/shared-types";
import { exactNumber } from "../exact-number.ts";
import type { Span } from "../local-time.ts";

/** How a fact is compared with a number. */
export type Comparing = "equal" | "below" | "atMost" | "above" | "atLeast";

/** All of them together are the condition. */
export type Comparisons = readonly (readonly [how: Comparing, operand: number])[];

const NUMBERS: Partial<Record<OperatorName, Comparing>> = {
  equal: "equal",
  lessThan: "below",
  lessThanInclusive: "atMost",
  greaterThan: "above",
  greaterThanInclusive: "atLeast",
};

/** What a date means in the terms' time zone; undefined where the text is none. */
export type SpanOf = (text: string) => Span | undefined;

/** A condition on a number or a date as comparisons of doubles; undefined where it is none, or has digits that a double has not. */
export function comparisonsOf(condition: Condition, spanOf: SpanOf): Comparisons | undefined {
  switch (factOf(condition.fact)?.kind) {
    case "number":
      return ofNumbers(condition);
    case "date":
      return ofDates(condition, spanOf);
    default:
      return undefined;
  }
}

function ofNumbers({ operator, value }: Condition): Comparisons | undefined {
  if (operator === "between") {
    const [from, to] = (value as readonly string[]).map(exactNumber);
    return from === undefined || to === undefined
      ? undefined
      : [
          ["atLeast", from],
          ["atMost", to],
        ];
  }
  const how = NUMBERS[operator];
  const number = exactNumber(value);
  return how === undefined || number === undefined ? undefined : [[how, number]];
}

/** A date covers a stretch of moments, so each comparison is with its beginning or its end. */
function ofDates({ operator, value }: Condition, spanOf: SpanOf): Comparisons | undefined {
  const [from, to = from] = (typeof value === "object" ? value : [String(value)]).map((text) => spanOf(text));
  if (from === undefined || to === undefined) return undefined;
  switch (operator) {
    case "equal":
    case "between":
      return [
        ["atLeast", from.from],
        ["below", to.to],
      ];
    case "lessThan":
      return [["below", from.from]];
    case "lessThanInclusive":
      return [["below", from.to]];
    case "greaterThan":
      return [["atLeast", from.to]];
    case "greaterThanInclusive":
      return [["atLeast", from.from]];
    default:
      return undefined;
  }
}
