import { FACT_SECTIONS, FACTS, type FactDefinition, OPERATORS, operatorsFor } from "@firstmatch/shared-types";
import { z } from "zod";
import { type Route, route } from "../../http/route.ts";

const Catalogue = z.object({
  sections: z.array(z.string()),
  facts: z.array(
    z.looseObject({
      key: z.string(),
      label: z.string(),
      kind: z.string(),
      section: z.string(),
      operators: z.array(z.string()),
    }),
  ),
  operators: z.array(z.looseObject({ name: z.string(), label: z.string(), expected: z.string() })),
});

const catalogue = {
  sections: FACT_SECTIONS,
  facts: FACTS.map((fact: FactDefinition) => ({ ...fact, operators: operatorsFor(fact.kind) })),
  operators: Object.entries(OPERATORS).map(([name, operator]) => ({ name, ...operator })),
};

export const factRoutes = (): Route[] => [
  route({
    method: "get",
    path: "/api/facts",
    access: "read",
    tag: "Facts",
    summary: "The fact catalogue: what a condition can look at, and the operators that fit",
    answers: { 200: { description: "Facts, sections, operators", schema: Catalogue } },
    handle: () => ({ status: 200, body: catalogue }),
  }),
];
