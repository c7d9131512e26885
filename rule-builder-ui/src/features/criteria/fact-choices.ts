import {
  FACT_SECTIONS,
  FACTS,
  type FactDefinition,
  factOf,
  OPERATORS,
  type OperatorName,
  operatorLabel,
  operatorsFor,
  paramName,
} from "@firstmatch/shared-types";

interface Choice {
  value: string;
  label: string;
}
interface ChoiceGroup {
  group: string;
  items: Choice[];
}

const CATALOGUE: ChoiceGroup[] = FACT_SECTIONS.map((section) => ({
  group: section,
  items: FACTS.filter((fact) => fact.section === section).map(({ key, label }) => ({ value: key, label })),
}));

const known = new Set<string>(FACTS.map(({ key }) => key));
const knownLabels = new Set<string>(FACTS.map(({ label }) => label.toLowerCase()));

/** The facts by section, and behind them the parameter that was chosen or is being typed. */
export function factChoices(chosen: string, typed: string): ChoiceGroup[] {
  const search = typed.trim();
  const own = new Set<string>();
  if (chosen !== "" && !known.has(chosen)) own.add(chosen);
  if (search !== "" && !knownLabels.has(search.toLowerCase())) own.add(`params.${paramName(search) ?? search}`);
  own.delete("params.");
  if (own.size === 0) return CATALOGUE;
  return [
    ...CATALOGUE,
    { group: "Parameters of your own", items: [...own].map((key) => ({ value: key, label: factLabel(key) })) },
  ];
}

/** What a fact is called in a drop-down; one of the caller's own shows where it is looked up. */
export const factLabel = (key: string): string => (known.has(key) ? (factOf(key)?.label ?? key) : key);

/** A postback's event parameter is asked for in these words: Any, List, None (contract 3.8). */
const EVENT_PARAMETER: Partial<Record<OperatorName, string>> = {
  isNotEmpty: "Any: has any value",
  isAnyOf: "List: is",
  isEmpty: "None: is empty",
};

/** The operators that fit a fact; those of a parameter come by what its value is read as. */
export function operatorChoices(fact: FactDefinition | undefined, chosen: string): (Choice | ChoiceGroup)[] {
  const choice = (operator: string): Choice => ({ value: operator, label: operatorLabel(operator, fact?.kind) });
  const fitting: string[] = fact === undefined ? [] : operatorsFor(fact.kind);
  const stray = chosen === "" || fitting.includes(chosen) ? [] : [choice(chosen)];
  if (fact?.key === "eventParameter") {
    const named = Object.entries(EVENT_PARAMETER).map(([value, label]) => ({ value, label }));
    return [...named, ...fitting.filter((name) => !(name in EVENT_PARAMETER)).map(choice), ...stray];
  }
  if (fact?.kind !== "any") return [...fitting.map(choice), ...stray];
  const readAs = (kind: string) =>
    operatorsFor("any")
      .filter((name) => OPERATORS[name].kinds[0] === kind && OPERATORS[name].kinds.length < 4)
      .map(choice);
  return [
    { group: "Read as text", items: readAs("text") },
    { group: "Read as a number or date", items: readAs("number") },
    { group: "Read as yes or no", items: readAs("any") },
    { group: "Whatever it is", items: [choice("isNotEmpty"), choice("isEmpty")] },
  ];
}

/** The operator that a fact starts with: the one that is mostly wanted. */
export function firstOperator(fact: FactDefinition | undefined): OperatorName {
  if (fact?.input === "url") return "matchesWildcard";
  return fact?.kind === "number" || fact?.kind === "date" ? "greaterThanInclusive" : "isAnyOf";
}
