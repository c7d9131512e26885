import {
  type Condition,
  type ConditionNode,
  type Conditions,
  type ConditionTrace,
  isLeaf,
  type NodeTrace,
} from "@firstmatch/shared-types";
import { type Facts, type Place, placeOf } from "./facts.ts";
import { type Predicate, predicateFor } from "./operators.ts";

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

export const matcherOf = (conditions: Conditions, timezone: string): Matcher => new AllMatcher(conditions, timezone);

/** Classes, because they keep what they need in one place: of tens of thousands of personal payouts none is at hand. */
class AllMatcher implements Matcher {
  private readonly nodes: readonly NodeMatcher[];

  constructor({ all }: Conditions, timezone: string) {
    this.nodes = all.map((node) => nodeMatcher(node, timezone));
  }

  matches(facts: Facts): boolean {
    for (const node of this.nodes) if (!node.matches(facts)) return false;
    return true;
  }

  trace(facts: Facts): NodeTrace[] {
    return this.nodes.map((node) => node.trace(facts));
  }
}

class ConditionMatcher implements NodeMatcher {
  private readonly place: Place;
  private readonly passes: Predicate;
  private readonly condition: Condition;

  constructor(condition: Condition, timezone: string) {
    const { fact, operator, value } = condition;
    this.place = placeOf(fact);
    this.passes = predicateFor(operator, value, timezone);
    this.condition = condition;
  }

  matches(facts: Facts): boolean {
    const { passes } = this;
    return passes(facts.at(this.place));
  }

  trace(facts: Facts): ConditionTrace {
    const { passes } = this;
    const { fact, operator, value: expected } = this.condition;
    const actual = facts.at(this.place);
    return { fact, operator, expected, actual: actual ?? null, missing: actual === undefined, result: passes(actual) };
  }
}

function nodeMatcher(node: ConditionNode, timezone: string): NodeMatcher {
  if (isLeaf(node)) return new ConditionMatcher(node, timezone);
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
