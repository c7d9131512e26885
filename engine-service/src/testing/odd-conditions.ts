import {
  type Condition,
  type ConditionNode,
  Decimal,
  dateForm,
  type Expected,
  type FactDefinition,
  type OperatorName,
  operatorOf,
  operatorsFor,
  printValueList,
} from "@firstmatch/shared-types";
import fc from "fast-check";
import { at, type Dice, dice, list } from "./odd-dice.ts";
import { ODD_PATTERNS } from "./odd-values.ts";
import { numberAsSent, numberOf, TWISTS, textOf, type World } from "./odd-world.ts";

function pieceOf(text: string, twist: number): string {
  const letters = [...text];
  return letters.slice(twist % 3 === 0 ? 0 : 1, twist % 3 === 1 ? undefined : Math.max(1, letters.length - 1)).join("");
}

function patternOf(text: string, twist: number): string {
  const literal = text.replaceAll("*", "\\*");
  const [first, last] = [pieceOf(literal, 0), pieceOf(literal, 1)];
  const made = [
    literal,
    `*${literal}*`,
    `${first}*`,
    `*${last}`,
    `${first}*${last}`,
    `${literal}*${literal}`,
    `*${first}**`,
  ];
  return at([...made, at(ODD_PATTERNS, twist >> 3)], twist);
}

export const LISTED: Partial<Record<OperatorName, (text: string, twist: number) => string>> = {
  contains: pieceOf,
  doesNotContain: pieceOf,
  startsWith: pieceOf,
  endsWith: pieceOf,
  matchesWildcard: patternOf,
  doesNotMatchWildcard: patternOf,
};

export function conditionOf([which = 0, how = 0, a = 0, b = 0, count = 0, twist = 0]: Dice, world: World): Condition {
  const fact = at(world.facts, which);
  const fitting = operatorsFor(fact.kind);
  // Half of what is asked of texts is whether it is one of some.
  const operator = fitting.includes("isAnyOf") && how % 2 === 0 ? "isAnyOf" : at(fitting, how >> 1);
  return { fact: fact.key, operator, value: expectedOf(operator, fact, world, [a, b, count, twist]) as Expected };
}

function expectedOf(
  operator: OperatorName,
  fact: FactDefinition,
  world: World,
  [a = 0, b = 0, count = 0, twist = 0]: Dice,
) {
  const shape = operatorOf(operator)?.expected;
  if (shape === "none") return at([true, true, null, "", []], twist);
  if (shape === "list") {
    // Now and then hundreds of them.
    const length = count % 100 === 99 ? 100 + (count % 200) : 1 + (count % 4);
    const values = Array.from({ length }, (_, place) => {
      const text = textOf(world, a + place * (1 + (b % 3)), twist + place * b);
      if (fact.choices !== undefined && operator.startsWith("is"))
        return at(TWISTS, twist)(at(fact.choices, a + place));
      return LISTED[operator]?.(text, b + place) ?? text;
    });
    return twist % 7 === 6 ? printValueList(values) : values;
  }
  const dates = fact.kind === "date" || (fact.kind === "any" && b % 3 === 0);
  const comparable = (which: number, by: number) =>
    dates ? at(world.dates, which) : numberAsSent(numberOf(world, which, by), by);
  if (shape === "one") return comparable(a, twist);
  const [from, to] = [comparable(a, twist), comparable(b, count)];
  return isInOrder(from, to) ? [from, to] : [to, from];
}

/** Whether a range is accepted in this order; of two forms of dates more is, which is odd enough to be tried. */
function isInOrder(from: string | number, to: string | number): boolean {
  if (typeof from === "string" && typeof to === "string" && dateForm(from) !== undefined) {
    const oneForm = dateForm(from) === dateForm(to) && dateForm(from) !== "instant";
    return oneForm ? from <= to : Date.parse(from) - 86_400_000 <= Date.parse(to);
  }
  return new Decimal(from).lessThanOrEqualTo(to);
}

export type RawNode = Dice | { all: RawNode[] } | { any: RawNode[] } | { not: RawNode };
const isThrow = (raw: RawNode): raw is Dice => Array.isArray(raw);

export const rawNode: fc.Arbitrary<RawNode> = fc.letrec<{ node: RawNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: dice(6) },
    { weight: 1, arbitrary: list(tie("node"), 1, 3).map((all) => ({ all })) },
    { weight: 2, arbitrary: list(tie("node"), 1, 3).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie("node").map((not) => ({ not })) },
  ),
})).node;

export const nodeOf = (raw: RawNode, world: World): ConditionNode => {
  if (isThrow(raw)) return conditionOf(raw, world);
  if ("not" in raw) return { not: nodeOf(raw.not, world) };
  return "all" in raw
    ? { all: raw.all.map((child) => nodeOf(child, world)) }
    : { any: raw.any.map((child) => nodeOf(child, world)) };
};

/** Wrapped as deep as is accepted, which changes nothing, or by an odd number of `not` the opposite. */
export function deepened(node: ConditionNode, throwOf: number): ConditionNode {
  const wraps = throwOf % 9 === 8 ? 4 : throwOf % 9 === 7 ? 1 : 0;
  return Array.from({ length: wraps }).reduce<ConditionNode>(
    (inner, _, place) => at([{ not: inner }, { any: [inner] }, { all: [inner] }], (throwOf >> 4) + place),
    node,
  );
}
