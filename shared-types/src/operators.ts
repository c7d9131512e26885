import type { FactKind } from "./facts.ts";

/** What stands on the right of an operator. */
export type ExpectedShape = "one" | "range" | "list" | "none";

interface OperatorDefinition {
  /** As read in a sentence: "Order total **is at least** 200". */
  label: string;
  /** The kinds of fact it fits; `params` facts take them all. */
  kinds: readonly FactKind[];
  expected: ExpectedShape;
  /** It is exactly the opposite of this one, on missing facts too. */
  opposite?: string;
}

/** Every operator of a condition, in the order of the builder's drop-down. Source: contract 3. */
export const OPERATORS = {
  isAnyOf: { label: "is", kinds: ["text"], expected: "list" },
  isNoneOf: { label: "is not", kinds: ["text"], expected: "list", opposite: "isAnyOf" },
  contains: { label: "contains", kinds: ["text"], expected: "list" },
  doesNotContain: { label: "does not contain", kinds: ["text"], expected: "list", opposite: "contains" },
  startsWith: { label: "starts with", kinds: ["text"], expected: "list" },
  endsWith: { label: "ends with", kinds: ["text"], expected: "list" },
  matchesWildcard: { label: "matches", kinds: ["text"], expected: "list" },
  doesNotMatchWildcard: { label: "does not match", kinds: ["text"], expected: "list", opposite: "matchesWildcard" },
  equal: { label: "equals", kinds: ["number", "date"], expected: "one" },
  notEqual: { label: "does not equal", kinds: ["number", "date"], expected: "one", opposite: "equal" },
  greaterThanInclusive: { label: "is at least", kinds: ["number", "date"], expected: "one" },
  greaterThan: { label: "is more than", kinds: ["number", "date"], expected: "one" },
  lessThanInclusive: { label: "is at most", kinds: ["number", "date"], expected: "one" },
  lessThan: { label: "is less than", kinds: ["number", "date"], expected: "one" },
  between: { label: "is between", kinds: ["number", "date"], expected: "range" },
  isTrue: { label: "is true", kinds: ["any"], expected: "none" },
  isFalse: { label: "is false", kinds: ["any"], expected: "none" },
  isNotEmpty: {
    label: "has any value",
    kinds: ["text", "number", "date", "any"],
    expected: "none",
    opposite: "isEmpty",
  },
  isEmpty: { label: "is empty", kinds: ["text", "number", "date", "any"], expected: "none" },
} as const satisfies Record<string, OperatorDefinition>;

export type OperatorName = keyof typeof OPERATORS;

export const OPERATOR_NAMES = Object.keys(OPERATORS) as OperatorName[];

export const operatorOf = (name: string): OperatorDefinition | undefined =>
  Object.hasOwn(OPERATORS, name) ? OPERATORS[name as OperatorName] : undefined;

/** The operators that fit a kind of fact, in the order in which they are offered. */
export const operatorsFor = (kind: FactKind): OperatorName[] =>
  OPERATOR_NAMES.filter((name) => kind === "any" || (OPERATORS[name].kinds as readonly FactKind[]).includes(kind));
