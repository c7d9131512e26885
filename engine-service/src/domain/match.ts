import { type ConditionNode, type Conditions, isLeaf, type NodeTrace } from "@firstmatch/shared-types";
import type { Facts } from "./facts.ts";
import { predicateFor } from "./operators.ts";

/** Conditions made ready to be asked, quickly for the answer alone or in full for the trace. */
export interface Matcher {
  matches(facts: Facts): boolean;
  /** Every condition, also those behind the first that failed; the results are those of `matches`. */
  trace(facts: Facts): NodeTrace[];
}

interface NodeMatcher {
  matches(facts: Facts): boolean;
  trace(facts: Facts): NodeTrace;
}

export function matcherOf(conditions: Conditions, timezone: string): Matcher {
  const nodes = conditions.all.map((node) => nodeMatcher(node, timezone));
  return {
    matches: (facts) => nodes.every((node) => node.matches(facts)),
    trace: (facts) => nodes.map((node) => node.trace(facts)),
  };
}

function nodeMatcher(node: ConditionNode, timezone: string): NodeMatcher {
  if (isLeaf(node)) {
    const { fact, operator, value: expected } = node;
    const passes = predicateFor(operator, expected, timezone);
    return {
      matches: (facts) => passes(facts.get(fact)),
      trace: (facts) => {
        const actual = facts.get(fact);
        return {
          fact,
          operator,
          expected,
          actual: actual ?? null,
          missing: actual === undefined,
          result: passes(actual),
        };
      },
    };
  }
  if ("not" in node) {
    const inner = nodeMatcher(node.not, timezone);
    return {
      matches: (facts) => !inner.matches(facts),
      trace: (facts) => {
        const not = inner.trace(facts);
        return { not, result: !not.result };
      },
    };
  }
  if ("all" in node) {
    const inner = node.all.map((child) => nodeMatcher(child, timezone));
    return {
      matches: (facts) => inner.every((child) => child.matches(facts)),
      trace: (facts) => {
        const all = inner.map((child) => child.trace(facts));
        return { all, result: all.every((child) => child.result) };
      },
    };
  }
  const inner = node.any.map((child) => nodeMatcher(child, timezone));
  return {
    matches: (facts) => inner.some((child) => child.matches(facts)),
    trace: (facts) => {
      const any = inner.map((child) => child.trace(facts));
      return { any, result: any.some((child) => child.result) };
    },
  };
}
