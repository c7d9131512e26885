import { LogicEngine } from "json-logic-engine";
import { type PlainFacts, type PlainTest, plainFacts, plainGroups } from "../workload/plain-groups.ts";
import type { Enter, Winner } from "./contender.ts";

/** The most branches that it compiles into one if-chain; somewhere above 2,000 its compiler overflows the stack. */
const LONGEST_CHAIN = 1_000;

/** A compiled function for each group, asked one after the other. */
export const jsonLogicFunctions: Enter = ({ terms, events }) => {
  const engine = makeEngine();
  const groups = plainGroups(terms).map(({ id, tests }) => ({
    id,
    passes: engine.build({ and: tests.flatMap(logicOf) }) as (facts: PlainFacts) => boolean,
  }));
  const facts = events.map(plainFacts);
  return {
    name: "json-logic-engine, functions",
    winner(at) {
      const asked = facts[at] as PlainFacts;
      for (const { id, passes } of groups) if (passes(asked)) return id;
      return null;
    },
  };
};

/** One compiled function for all groups. */
export const jsonLogicChain: Enter = ({ terms, events }) => {
  const groups = plainGroups(terms);
  if (groups.length > LONGEST_CHAIN) return undefined;
  const branches = groups.flatMap(({ id, tests }) => [{ and: tests.flatMap(logicOf) }, id]);
  const first = makeEngine().build({ if: [...branches, null] }) as (facts: PlainFacts) => Winner;
  const facts = events.map(plainFacts);
  return { name: "json-logic-engine, if-chain", winner: (at) => first(facts[at] as PlainFacts) };
};

function makeEngine(): LogicEngine {
  const engine = new LogicEngine();
  const starts = ([text, start]: [string, string]) => text.startsWith(start);
  engine.addMethod("starts", starts, { deterministic: true });
  return engine;
}

function logicOf(test: PlainTest): object[] {
  const fact = { var: test.fact };
  switch (test.is) {
    case "one-of":
      return [test.values.length === 1 ? { "===": [fact, test.values[0]] } : { in: [fact, test.values] }];
    case "within":
      return [
        ...(test.from === undefined ? [] : [{ ">=": [fact, test.from] }]),
        ...(test.to === undefined ? [] : [{ "<=": [fact, test.to] }]),
      ];
    case "containing":
      return [{ in: [test.text, fact] }];
    default:
      return [{ starts: [fact, test.text] }];
  }
}
