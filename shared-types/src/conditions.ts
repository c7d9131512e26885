import { z } from "zod";
import { jsonSchemas, readDecimal } from "./amount.ts";
import { dateForm } from "./dates.ts";
import { FACTS, type FactDefinition, factOf, paramName } from "./facts.ts";
import { didYouMean, shown } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { OPERATOR_NAMES, type OperatorName, operatorOf, operatorsFor } from "./operators.ts";
import { isRecord } from "./refine.ts";
import { foldText } from "./text.ts";
import { parseValueList } from "./value-list.ts";

/** What a condition compares with: a list of texts (OR), a decimal or date, `[from, to]`, or true where nothing is compared. */
export type Expected = string | readonly string[] | true;

/** One condition, a leaf of a json-rules-engine document. */
export interface Condition {
  fact: string;
  operator: OperatorName;
  value: Expected;
}
export type ConditionNode = Condition | { all: ConditionNode[] } | { any: ConditionNode[] } | { not: ConditionNode };
/** The conditions of a group: AND at the top. */
export interface Conditions {
  all: ConditionNode[];
}

export const isLeaf = (node: ConditionNode): node is Condition => "fact" in node;

/** Every leaf below, in reading order. */
export function leavesOf(node: ConditionNode): Condition[] {
  if (isLeaf(node)) return [node];
  if ("not" in node) return leavesOf(node.not);
  return ("all" in node ? node.all : node.any).flatMap(leavesOf);
}

/** Whether any condition looks at an item line. */
export const looksAtItems = (conditions: Conditions): boolean =>
  leavesOf(conditions).some((leaf) => factOf(leaf.fact)?.itemField !== undefined);

type Path = readonly PropertyKey[];

/** Walks untrusted conditions, gathers every fault, and gives back the normalised tree. */
class ConditionReader {
  readonly faults: { path: PropertyKey[]; message: string }[] = [];
  private leaves = 0;

  private fault(path: Path, message: string): undefined {
    this.faults.push({ path: [...path], message });
    return undefined;
  }

  top(input: unknown, path: Path, mayBeEmpty: boolean): Conditions | undefined {
    if (!isRecord(input)) return this.fault(path, `must be an object with "all", not ${shown(input)}`);
    const keys = Object.keys(input);
    if (keys.length !== 1 || keys[0] !== "all")
      return this.fault(path, `must be an object with "all" alone at the top, not ${shown(keys)}`);
    if (mayBeEmpty && Array.isArray(input.all) && input.all.length === 0) return { all: [] };
    const all = this.list(
      input.all,
      [...path, "all"],
      1,
      "a group needs at least one condition; without any it would match every conversion",
    );
    return all && { all };
  }

  private list(input: unknown, path: Path, depth: number, whenEmpty: string): ConditionNode[] | undefined {
    if (!Array.isArray(input)) return this.fault(path, `must be a list of conditions, not ${shown(input)}`);
    if (input.length === 0) return this.fault(path, whenEmpty);
    const nodes = input.map((node, at) => this.node(node, [...path, at], depth));
    return nodes.every((node) => node !== undefined) ? nodes : undefined;
  }

  private node(input: unknown, path: Path, depth: number): ConditionNode | undefined {
    if (!isRecord(input)) return this.fault(path, `must be a condition, not ${shown(input)}`);
    if (depth > LIMITS.conditionDepth)
      return this.fault(path, `is nested too deep: at most ${LIMITS.conditionDepth} levels`);
    const branch = (["all", "any", "not"] as const).find((key) => Object.hasOwn(input, key));
    if (branch === undefined) return this.leaf(input, path);
    if (Object.keys(input).length !== 1)
      return this.fault(
        path,
        `"${branch}" must stand alone, not beside ${shown(Object.keys(input).filter((key) => key !== branch))}`,
      );
    if (branch === "not") {
      const not = this.node(input.not, [...path, "not"], depth + 1);
      return not && { not };
    }
    const nodes = this.list(
      input[branch],
      [...path, branch],
      depth + 1,
      `an empty "${branch}" decides nothing; add a condition or remove it`,
    );
    if (nodes === undefined) return undefined;
    return branch === "all" ? { all: nodes } : { any: nodes };
  }

  private leaf(input: Record<string, unknown>, path: Path): Condition | undefined {
    this.leaves += 1;
    if (this.leaves === LIMITS.conditionsPerGroup + 1)
      this.fault(path, `is one condition too many: at most ${LIMITS.conditionsPerGroup} in a group`);
    for (const key of Object.keys(input)) {
      if (!["fact", "operator", "value"].includes(key)) {
        this.fault([...path, key], `"${key}" is not known here; a condition has fact, operator and value`);
      }
    }
    const fact = this.fact(input.fact, [...path, "fact"]);
    const operator = this.operator(input.operator, fact, [...path, "operator"]);
    if (fact === undefined || operator === undefined) return undefined;
    const value = this.expected(input.value, fact, operator, [...path, "value"]);
    return value === undefined ? undefined : { fact: fact.key, operator, value };
  }

  private fact(input: unknown, path: Path): FactDefinition | undefined {
    if (typeof input !== "string" || input === "")
      return this.fault(path, `must name a fact like "orderTotal", not ${shown(input)}`);
    if (paramName(input) === "") return this.fault(path, '"params." needs a name, like "params.tier"');
    if (input.length > LIMITS.nameLength)
      return this.fault(path, `is too long: at most ${LIMITS.nameLength} characters`);
    const known = factOf(input);
    if (known !== undefined) return known;
    const hint = didYouMean(
      input,
      FACTS.map((fact) => fact.key),
    );
    return this.fault(path, `there is no fact "${input}".${hint || " Anything of your own is params.<name>."}`);
  }

  private operator(input: unknown, fact: FactDefinition | undefined, path: Path): OperatorName | undefined {
    if (typeof input !== "string" || operatorOf(input) === undefined) {
      const hint = typeof input === "string" ? didYouMean(input, OPERATOR_NAMES) : "";
      return this.fault(
        path,
        `there is no operator ${shown(input)}.${hint || ` The operators are ${OPERATOR_NAMES.join(", ")}.`}`,
      );
    }
    const name = input as OperatorName;
    if (fact === undefined) return name;
    const fitting = operatorsFor(fact.kind);
    if (fitting.includes(name)) return name;
    return this.fault(path, `"${name}" does not fit ${fact.key}, which is a ${fact.kind}; use ${fitting.join(", ")}`);
  }

  private expected(input: unknown, fact: FactDefinition, operator: OperatorName, path: Path): Expected | undefined {
    const { expected } = operatorOf(operator) as { expected: string };
    if (expected === "none") {
      // The stock library demands a value on every condition; true says nothing false here.
      const blank =
        input === undefined ||
        input === null ||
        input === true ||
        input === "" ||
        (Array.isArray(input) && input.length === 0);
      return blank
        ? true
        : this.fault(
            path,
            `"${operator}" compares with nothing; leave the value out, or true, instead of ${shown(input)}`,
          );
    }
    if (expected === "list") return this.texts(input, path, fact, operator === "isAnyOf" || operator === "isNoneOf");
    if (expected === "one") return this.comparable(input, fact, path)?.value;
    if (!Array.isArray(input) || input.length !== 2)
      return this.fault(path, `"between" takes [from, to], not ${shown(input)}`);
    const from = this.comparable(input[0], fact, [...path, 0]);
    const to = this.comparable(input[1], fact, [...path, 1]);
    if (from === undefined || to === undefined) return undefined;
    if (from.date !== to.date) return this.fault(path, `both ends must be numbers or both dates, not ${shown(input)}`);
    // Ends of different forms (a day, an instant) can only be ordered in the time zone; a lexical order never misjudges equal forms.
    const inOrder = from.date
      ? dateForm(from.value) !== dateForm(to.value) || dateForm(from.value) === "instant"
        ? Date.parse(from.value) - 86_400_000 <= Date.parse(to.value)
        : from.value <= to.value
      : readDecimal(from.value)?.lessThanOrEqualTo(to.value);
    return inOrder
      ? [from.value, to.value]
      : this.fault(path, `is never true: ${from.value} comes after ${to.value}; put the smaller first`);
  }

  /** @param whole the operator compares whole values, so a value that the fact can never have is a slip */
  private texts(input: unknown, path: Path, fact: FactDefinition, whole: boolean): readonly string[] | undefined {
    if (typeof input === "string") {
      const typed = parseValueList(input);
      return typed.ok ? this.texts(typed.values, path, fact, whole) : this.fault(path, typed.message);
    }
    if (!Array.isArray(input)) return this.fault(path, `must be a list of texts like ["New"], not ${shown(input)}`);
    if (input.length === 0) return this.fault(path, "the list is empty; give at least one value");
    if (input.length > LIMITS.listEntries)
      return this.fault(path, `is too long: at most ${LIMITS.listEntries} entries`);
    const before = this.faults.length;
    input.forEach((entry, at) => {
      const entryPath = [...path, at];
      if (typeof entry !== "string") this.fault(entryPath, `must be text, not ${shown(entry)}`);
      else if (entry.length > LIMITS.textLength) {
        this.fault(entryPath, `is too long: at most ${LIMITS.textLength} characters`);
      } else if (whole && fact.choices && !fact.choices.some((choice) => foldText(choice) === foldText(entry))) {
        this.fault(entryPath, `must be one of ${fact.choices.join(", ")}.${didYouMean(entry, fact.choices)}`);
      }
    });
    return this.faults.length === before ? (input as string[]) : undefined;
  }

  /** A number or a date, as the fact's kind wants it. */
  private comparable(input: unknown, fact: FactDefinition, path: Path): { value: string; date: boolean } | undefined {
    const number = fact.kind === "date" ? undefined : readDecimal(input);
    if (number !== undefined) {
      // A JSON number like 1e300 is short, and is not when it is written out.
      const text = typeof input === "string" ? input : number.toFixed();
      return text.length > LIMITS.decimalLength
        ? this.fault(path, `has more than ${LIMITS.decimalLength} digits`)
        : { value: text, date: false };
    }
    if (fact.kind !== "number" && typeof input === "string" && dateForm(input) !== undefined)
      return { value: input, date: true };
    const wanted = {
      number: 'a number like "200"',
      date: 'a date like "2026-11-20" or "2026-11-20T10:00:00Z"',
      any: 'a number like "200" or a date like "2026-11-20"; texts are compared with isAnyOf',
      text: "a text",
    }[fact.kind];
    return this.fault(path, `must be ${wanted}, not ${shown(input)}`);
  }
}

const NODE_SCHEMA = {
  description: "A condition, or all / any / not of them, in json-rules-engine's form",
  type: "object",
  properties: {
    fact: { type: "string", description: "A fact of the catalogue, or params.<name>" },
    operator: { type: "string", enum: OPERATOR_NAMES },
    value: { description: "A list of texts (OR), a decimal or a date, [from, to], or true where nothing is compared" },
    all: { type: "array", items: { type: "object" } },
    any: { type: "array", items: { type: "object" } },
    not: { type: "object" },
  },
  additionalProperties: false,
};

/** @param mayBeEmpty only a personal payout may do without: its partners are its criterion */
function conditionsSchema(mayBeEmpty: boolean) {
  const schema = z.unknown().transform((input, context): Conditions => {
    const reader = new ConditionReader();
    const conditions = reader.top(input, [], mayBeEmpty);
    for (const fault of reader.faults) context.issues.push({ code: "custom", input, ...fault });
    return conditions ?? z.NEVER;
  });
  jsonSchemas.add(schema, {
    schema: {
      type: "object",
      required: ["all"],
      properties: { all: { type: "array", minItems: mayBeEmpty ? 0 : 1, items: NODE_SCHEMA } },
      additionalProperties: false,
    },
  });
  return schema;
}

export const GroupConditions = conditionsSchema(false);
export const PersonalConditions = conditionsSchema(true);
