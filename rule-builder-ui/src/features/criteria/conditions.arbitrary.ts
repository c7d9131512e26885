import {
  type ConditionNode,
  type Conditions,
  FACTS,
  OPERATORS,
  type OperatorName,
  operatorsFor,
} from "@firstmatch/shared-types";
import fc from "fast-check";

/** Conditions for property tests: every fact with every operator that fits it, nested as deep as anybody would. */

const VALUES = {
  one: fc.constantFrom("0", "12.50", "2026-11-20", "2026-11-20T10:00"),
  range: fc.constantFrom(["0", "5"], ["2026-11-20", "2026-11-21"]),
  list: fc.array(fc.oneof(fc.string(), fc.constantFrom("", "ACME,Roadrunning", 'say "hi"')), {
    minLength: 1,
    maxLength: 4,
  }),
  none: fc.constant(true as const),
};

const pairs = [...FACTS, { key: "params.tier", kind: "any" as const }].flatMap(({ key, kind }) =>
  operatorsFor(kind).map((operator): [string, OperatorName] => [key, operator]),
);
const leaf: fc.Arbitrary<ConditionNode> = fc
  .constantFrom(...pairs)
  .chain(([fact, operator]) => VALUES[OPERATORS[operator].expected].map((value) => ({ fact, operator, value })));

const { node } = fc.letrec<{ node: ConditionNode }>((tie) => {
  const nodes = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      leaf,
      fc.record({ any: nodes }),
      fc.record({ all: nodes }),
      fc.record({ not: tie("node") }),
    ),
  };
});

export const arbitraryConditions: fc.Arbitrary<Conditions> = fc.record({ all: fc.array(node, { maxLength: 4 }) });
