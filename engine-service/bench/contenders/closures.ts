import type { DatedEvent, Terms } from "@firstmatch/shared-types";
import { type PlainFacts, type PlainTest, plainFacts, plainGroups } from "../workload/plain-groups.ts";
import type { Enter, Winner } from "./contender.ts";

/** What someone would write by hand who needs no engine: a list of closures, asked one after the other. */
export const closures: Enter = ({ terms, events }) => {
  const first = firstOf(terms);
  const facts = events.map(plainFacts);
  return { name: "closures", winner: (at) => first(facts[at] as PlainFacts) };
};

/** The same for an event as it was sent, whose texts have to be folded and numbers read: what Firstmatch does, too. */
export const closuresReading: Enter = ({ terms, events }) => {
  const first = firstOf(terms);
  return { name: "closures, reading the event", winner: (at) => first(plainFacts(events[at] as DatedEvent)) };
};

function firstOf(terms: Terms): (facts: PlainFacts) => Winner {
  const groups = plainGroups(terms).map(({ id, tests }) => ({ id, passes: allOf(tests.map(closureOf)) }));
  return (facts) => {
    for (const { id, passes } of groups) if (passes(facts)) return id;
    return null;
  };
}

type Closure = (facts: PlainFacts) => boolean;

function closureOf(test: PlainTest): Closure {
  if (test.is === "within") {
    const { fact, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = test;
    return (facts) => facts[fact] >= from && facts[fact] <= to;
  }
  if (test.is === "one-of") {
    const { fact, values } = test;
    const [only] = values;
    return values.length === 1 ? (facts) => facts[fact] === only : (facts) => values.includes(facts[fact]);
  }
  const { fact, text } = test;
  return test.is === "containing" ? (facts) => facts[fact].includes(text) : (facts) => facts[fact].startsWith(text);
}

function allOf(closures: readonly Closure[]): Closure {
  return (facts) => {
    for (const passes of closures) if (!passes(facts)) return false;
    return true;
  };
}
