import {
  type ConditionNode,
  type ConditionTrace,
  criteriaSentence,
  factOf,
  type NodeTrace,
  type OperatorName,
  plainText,
  type Sentence,
} from "@firstmatch/shared-types";
import { type AnswerContext, actualWords } from "./decision-words.ts";

export const isLeafTrace = (node: NodeTrace): node is ConditionTrace => "fact" in node;

function conditionOf(node: NodeTrace): ConditionNode {
  if (isLeafTrace(node)) return { fact: node.fact, operator: node.operator as OperatorName, value: node.expected };
  if ("not" in node) return { not: conditionOf(node.not) };
  return "all" in node ? { all: node.all.map(conditionOf) } : { any: node.any.map(conditionOf) };
}

/** The condition as the manager reads it: `Order total is at least $200`. */
export const conditionSentence = (node: NodeTrace, currency: string): Sentence =>
  criteriaSentence({ all: [conditionOf(node)] }, { currency });

/** A missing fact is neither pass nor fail to the eye, though it decides like one of them. */
export const stateOf = ({ missing, result }: ConditionTrace): "pass" | "fail" | "missing" =>
  missing ? "missing" : result ? "pass" : "fail";

/** The other side of a condition: what the event carried. */
export function actualSentence(leaf: ConditionTrace, context: AnswerContext): string {
  if (factOf(leaf.fact)?.past) {
    if (!leaf.missing) return `It was ${actualWords(leaf.fact, leaf.actual, context)}`;
    return leaf.result ? "The past is not known, so this passes" : "The past is not known, so this fails";
  }
  if (!leaf.missing) return `The event says ${actualWords(leaf.fact, leaf.actual, context)}`;
  return leaf.result ? "The event does not say, so this passes" : "The event does not say, so this fails";
}

/** Why a rule did not match, in short: its first condition that failed. */
export function missSentence(conditions: readonly NodeTrace[], context: AnswerContext): string | null {
  const failed = conditions.find((node) => !node.result);
  if (failed === undefined) return null;
  const sentence = plainText(conditionSentence(failed, context.currency));
  if (!isLeafTrace(failed)) return `${sentence}: no`;
  return `${sentence}: ${failed.missing ? (factOf(failed.fact)?.past ? "not known" : "not sent") : `was ${actualWords(failed.fact, failed.actual, context)}`}`;
}
