import { type ConditionNode, type Conditions, isLeaf } from "@firstmatch/shared-types";
import { generateID } from "react-querybuilder";
import type { CriteriaQuery, CriteriaRow } from "./query.ts";

/** A document's conditions as the builder edits them; queryToConditions turns them back, equal. */
export function conditionsToQuery(conditions: Conditions, newId: () => string = generateID): CriteriaQuery {
  const entry = (node: ConditionNode): CriteriaRow | CriteriaQuery => {
    const id = newId();
    if (isLeaf(node)) return { id, field: node.fact, operator: node.operator, value: node.value };
    if ("not" in node) return { id, combinator: "not", rules: [entry(node.not)] };
    return "all" in node
      ? { id, combinator: "all", rules: node.all.map(entry) }
      : { id, combinator: "any", rules: node.any.map(entry) };
  };
  return { id: newId(), combinator: "all", rules: conditions.all.map(entry) };
}
