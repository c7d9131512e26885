import type { ConditionNode, OperatorName } from "@firstmatch/shared-types";
import fc from "fast-check";
import { conditionOf, deepened, LISTED, nodeOf, type RawNode, rawNode } from "./odd-conditions.ts";
import { at, type Dice, dice, list } from "./odd-dice.ts";
import { canAnchor, textOf, type World } from "./odd-world.ts";

export interface RawGroup {
  own: Dice;
  nodes: RawNode[];
}
export const rawGroup: fc.Arbitrary<RawGroup> = fc.record({ own: dice(6), nodes: list(rawNode, 1, 3) });

/** What the first conditions of a choosy group ask of a text. */
const ANCHORING: readonly OperatorName[] = [
  ...(["isAnyOf", "isAnyOf", "isAnyOf", "isAnyOf"] as const),
  ...(["matchesWildcard", "contains", "startsWith", "endsWith"] as const),
];

/** How choosy the groups of a document are, so that few of many match. */
interface Choosiness {
  /** Percent of the groups that are. */
  anchored: number;
  /** Of how many different texts each asks for a few. */
  texts: number;
}

export function conditionsOf({ own, nodes }: RawGroup, world: World, { anchored, texts }: Choosiness) {
  const [seldom = 0, which = 0, value = 0, more = 0, deep = 0] = own;
  const made = nodes.map((node, place) => deepened(nodeOf(node, world), deep + place));
  if (seldom % 11 === 10) made.push(made[0] as ConditionNode);
  // As many conditions as a group may have, more or less.
  if (seldom % 401 === 400) {
    made.push({ any: Array.from({ length: 150 }, (_, place) => conditionOf([which, 0, place, 0, place], world)) });
  }
  const anchors = world.facts.filter(canAnchor);
  const asked = (seldom >> 1) % 100 < anchored ? 1 + (more % 3) : 0;
  for (let anchor = 0; anchor < asked; anchor += 1) {
    const values = Array.from({ length: 1 + ((more >> 3) % 3) }, (_, place) => ((value >> anchor) + place) % texts);
    const { key } = at(anchors, which + anchor);
    const operator = at(ANCHORING, more >> (5 + anchor));
    const named = values.map((text) => textOf(world, text, more));
    made.unshift({ fact: key, operator, value: named.map((text) => LISTED[operator]?.(text, value) ?? text) });
  }
  return { all: which % 2 === 0 ? made : made.toReversed() };
}
