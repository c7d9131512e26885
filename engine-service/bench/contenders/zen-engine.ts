import { ZenEngine } from "@gorules/zen-engine";
import { type PlainGroup, type PlainTest, plainFacts, plainGroups } from "../workload/plain-groups.ts";
import type { Contender, Enter, Winner } from "./contender.ts";

/** GoRules' engine, in Rust: one decision table, a row a group, the first that fits. */
export const zenEngine: Enter = ({ terms, events }) => {
  const decide = deciderOf(plainGroups(terms));
  const facts = events.map(plainFacts);
  return { name: "zen-engine", winner: (at) => decide(facts[at] as object) };
};

/** Its runs use all cores, so several at once get more done; a winner is counted when its own run is over. */
export const zenEngineAtOnce: Enter = (workload) => {
  const one = zenEngine(workload) as Contender;
  return { name: "zen-engine, 16 at once", winner: one.winner };
};

function deciderOf(groups: readonly PlainGroup[]): (facts: object) => Promise<Winner> {
  const decision = new ZenEngine().createDecision(tableOf(groups));
  return async (facts) => {
    const { result } = await decision.evaluate(facts);
    return (result as { winner?: string } | null)?.winner ?? null;
  };
}

const COLUMNS = [
  ...["partnerId", "promoCode", "referralUrl", "customerStatus", "country", "device", "itemCategory", "itemBrand"],
  ...["orderTotal", "occurredAt"],
];

/** In its JSON Decision Model. An empty cell fits anything. */
const tableOf = (groups: readonly PlainGroup[]) => ({
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    {
      ...{ id: "table", name: "table", type: "decisionTableNode", position: { x: 1, y: 0 } },
      content: {
        hitPolicy: "first",
        inputs: COLUMNS.map((field) => ({ id: field, name: field, field })),
        outputs: [{ id: "winner", name: "winner", field: "winner" }],
        rules: groups.map(({ id, tests }) => ({
          _id: id,
          ...Object.fromEntries(COLUMNS.map((column) => [column, ""])),
          ...Object.fromEntries(tests.map((test) => [test.fact, cellOf(test)])),
          winner: JSON.stringify(id),
        })),
      },
    },
    { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "1", type: "edge", sourceId: "in", targetId: "table" },
    { id: "2", type: "edge", sourceId: "table", targetId: "out" },
  ],
});

function cellOf(test: PlainTest): string {
  switch (test.is) {
    case "one-of":
      return test.values.map((value) => JSON.stringify(value)).join(", ");
    case "within":
      return test.to === undefined ? `>= ${test.from}` : `[${test.from}..${test.to}]`;
    case "containing":
      return `contains($, ${JSON.stringify(test.text)})`;
    default:
      return `startsWith($, ${JSON.stringify(test.text)})`;
  }
}
