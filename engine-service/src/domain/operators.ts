import {
  Decimal,
  type Expected,
  type FactValue,
  foldText,
  OPERATORS,
  type OperatorName,
  readDecimal,
} from "@firstmatch/shared-types";
import { exactNumber } from "./exact-number.ts";
import { type Span, spanOf } from "./local-time.ts";
import { wildcardMatcher } from "./wildcard.ts";

/** Answers one condition for one fact; `undefined` is a fact that the event does not carry. */
export type Predicate = (actual: FactValue | undefined) => boolean;

/**
 * Prepares one condition: the expected side is read once, so that only the fact is read per event.
 *
 * A fact that is missing, or that cannot be read the way the operator reads, makes a positive operator false; a
 * negative one is exactly the opposite of its positive one, so true. Source: contract 3.
 *
 * @param timezone IANA name, for dates
 */
export function predicateFor(operator: OperatorName, expected: Expected, timezone: string): Predicate {
  const definition = OPERATORS[operator];
  if ("opposite" in definition) {
    const positive = predicateFor(definition.opposite, expected, timezone);
    return (actual) => !positive(actual);
  }
  return positives[operator as PositiveOperator](expected, timezone);
}

type PositiveOperator = Exclude<OperatorName, NegativeOperator>;
type NegativeOperator = {
  [name in OperatorName]: (typeof OPERATORS)[name] extends { opposite: string } ? name : never;
}[OperatorName];

/** Answers one condition for one text, folded, see foldText. */
export type TextTest = (folded: string) => boolean;

type TextOperator = "isAnyOf" | "contains" | "startsWith" | "endsWith" | "matchesWildcard";

const texts: Record<TextOperator, (expected: readonly string[]) => TextTest> = {
  isAnyOf: (expected) => {
    const wanted = new Set(expected);
    return (text) => wanted.has(text);
  },
  contains: (parts) => (text) => parts.some((part) => text.includes(part)),
  startsWith: (parts) => (text) => parts.some((part) => text.startsWith(part)),
  endsWith: (parts) => (text) => parts.some((part) => text.endsWith(part)),
  matchesWildcard: (patterns) => {
    const matchers = patterns.map(wildcardMatcher);
    return (text) => matchers.some((matches) => matches(text));
  },
};

/** The test that a positive operator makes of each text of a fact; undefined for operators that do not look at text. */
export const textTestFor = (operator: OperatorName, expected: Expected): TextTest | undefined =>
  Object.hasOwn(texts, operator) ? texts[operator as TextOperator](textsOf(expected).map(foldText)) : undefined;

const anyText =
  (operator: TextOperator) =>
  (expected: Expected): Predicate => {
    const passes = texts[operator](textsOf(expected).map(foldText));
    return (actual) => {
      if (actual === undefined) return false;
      return typeof actual === "object" ? actual.some((text) => passes(foldText(text))) : passes(foldedText(actual));
    };
  };

const positives: Record<PositiveOperator, (expected: Expected, timezone: string) => Predicate> = {
  isAnyOf: anyText("isAnyOf"),
  contains: anyText("contains"),
  startsWith: anyText("startsWith"),
  endsWith: anyText("endsWith"),
  matchesWildcard: anyText("matchesWildcard"),
  equal: (expected, timezone) =>
    ordered(
      expected,
      timezone,
      (order) => order === 0,
      (a, b) => a >= b.from && a < b.to,
    ),
  lessThan: (expected, timezone) =>
    ordered(
      expected,
      timezone,
      (order) => order < 0,
      (a, b) => a < b.from,
    ),
  lessThanInclusive: (expected, timezone) =>
    ordered(
      expected,
      timezone,
      (order) => order <= 0,
      (a, b) => a < b.to,
    ),
  greaterThan: (expected, timezone) =>
    ordered(
      expected,
      timezone,
      (order) => order > 0,
      (a, b) => a >= b.to,
    ),
  greaterThanInclusive: (expected, timezone) =>
    ordered(
      expected,
      timezone,
      (order) => order >= 0,
      (a, b) => a >= b.from,
    ),
  between: (expected, timezone) => {
    const [from, to] = textsOf(expected) as [string, string];
    const [aboveFrom, belowTo] = [
      positives.greaterThanInclusive(from, timezone),
      positives.lessThanInclusive(to, timezone),
    ];
    return (actual) => aboveFrom(actual) && belowTo(actual);
  },
  isTrue: () => (actual) => truthOf(actual) === true,
  // Not the opposite of isTrue: a flag that nobody sent is not a flag that says no.
  isFalse: () => (actual) => truthOf(actual) === false,
  isEmpty: () => (actual) =>
    actual === undefined || (Array.isArray(actual) ? actual.every((text) => text === "") : actual === ""),
};

const textsOf = (expected: Expected): readonly string[] =>
  typeof expected === "string" ? [expected] : expected === true ? [] : expected;

/** The text that operators on text compare of a single value. */
export const foldedText = (value: string | number | boolean): string =>
  foldText(typeof value === "number" ? new Decimal(value).toFixed() : String(value));

/**
 * Numbers compare as decimals, dates as moments against a moment or a whole local day. The expected side tells which.
 *
 * @param numbers of the order of the two: negative where the actual one comes first, 0 where they are equal
 */
function ordered(
  expected: Expected,
  timezone: string,
  numbers: (order: number) => boolean,
  dates: (actual: number, expected: Span) => boolean,
): Predicate {
  const number = readDecimal(expected);
  if (number !== undefined) {
    const quick = exactNumber(expected);
    return (actual) => {
      const double = quick === undefined ? undefined : exactNumber(actual);
      if (double !== undefined && quick !== undefined) return numbers(double - quick);
      const read = readDecimal(actual);
      return read !== undefined && numbers(read.comparedTo(number));
    };
  }
  const span = typeof expected === "string" ? spanOf(expected, timezone) : undefined;
  if (span === undefined) throw new TypeError(`neither a number nor a date: ${String(expected)}`);
  return (actual) => {
    const moment = typeof actual === "string" ? spanOf(actual, timezone) : undefined;
    return moment !== undefined && dates(moment.from, span);
  };
}

const truthOf = (actual: FactValue | undefined): boolean | undefined => {
  if (typeof actual === "boolean") return actual;
  // Trackers send everything as text in a query.
  const text = typeof actual === "string" ? foldText(actual) : "";
  return text === "true" ? true : text === "false" ? false : undefined;
};
