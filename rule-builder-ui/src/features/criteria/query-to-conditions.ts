import type { ConditionNode, Conditions, OperatorName } from "@firstmatch/shared-types";
import { fittedValue } from "./fitted-value.ts";
import { type CriteriaQuery, type CriteriaRow, isBlock } from "./query.ts";

/**
 * What the builder holds as conditions of a document. Nothing is dropped: a half-filled row becomes a condition that
 * the validator refuses, an empty block an empty list, so neither can widen a group without being seen.
 */
export const queryToConditions = (query: CriteriaQuery): Conditions => ({ all: query.rules.map(nodeOf) });

function nodeOf(entry: CriteriaRow | CriteriaQuery): ConditionNode {
  if (!isBlock(entry)) {
    // An operator that is not known is kept as it is, for the validator to refuse.
    const operator = entry.operator as OperatorName;
    return { fact: entry.field, operator, value: fittedValue(entry.value, operator) };
  }
  const nodes = entry.rules.map(nodeOf);
  if (entry.combinator === "any") return { any: nodes };
  if (entry.combinator === "all") return { all: nodes };
  const [only] = nodes;
  return { not: only !== undefined && nodes.length === 1 ? only : { all: nodes } };
}
