import { type Condition, type ConditionNode, isLeaf, OPERATORS, type OperatorName } from "@firstmatch/shared-types";
import type { Facts } from "../facts.ts";
import { type Span, spanOf } from "../local-time.ts";
import type { TextTest } from "../operators.ts";
import { comparisonsOf, type SpanOf } from "./comparisons.ts";
import type { FactSlots } from "./fact-slots.ts";

/** How a check is made, the cheapest first. */
export const HOW = {
  is: 0,
  isOneOf: 1,
  equal: 2,
  below: 3,
  atMost: 4,
  above: 5,
  atLeast: 6,
  text: 7,
  plain: 8,
} as const;
/** Added where the opposite has to hold. */
export const NOT = 16;
/** A way and its opposite fit into so many bits. */
export const HOW_BITS = 5;
export const HOWS = 2 ** HOW_BITS;

export interface Check {
  how: number;
  slot: number;
  /** A value's number, a number to compare with, or a place among the shared. */
  operand: number;
  node: ConditionNode;
}

/** What several groups may check; what is costly is asked once for all of them. */
export interface Shared {
  node: ConditionNode;
  values?: ReadonlySet<number>;
  /** Made when first asked for: most never are. */
  test?: TextTest | undefined;
  matches?: (facts: Facts) => boolean;
  /** The question that was answered last, negative where the answer was no. */
  answered: number;
}

/**
 * Turns conditions into checks. "Is" and comparisons compare numbers; other texts are tested folded; what is left goes to
 * the plain matcher: nested any and not, flags, and decimals that no double holds.
 */
export class CheckMaker {
  readonly shared: Shared[] = [];
  private readonly slots: FactSlots;
  private readonly known = new Map<string, number>();
  /** By date: the calendar takes its time, and groups name the same days. */
  private readonly spans = new Map<string, Span | undefined>();
  private readonly spanOf: SpanOf;

  constructor(slots: FactSlots, timezone: string) {
    this.slots = slots;
    this.spanOf = (text) => {
      if (!this.spans.has(text)) this.spans.set(text, spanOf(text, timezone));
      return this.spans.get(text);
    };
  }

  /** All of them together are the condition. */
  checksOf(node: ConditionNode): Check[] {
    if (!isLeaf(node)) return [this.plain(node, 0)];
    const slot = this.slots.slotOf(node.fact);
    const comparisons = comparisonsOf(node, this.spanOf);
    if (comparisons !== undefined) return comparisons.map(([how, operand]) => ({ how: HOW[how], slot, operand, node }));
    return [this.negated(node, slot) ?? this.positive(node, slot) ?? this.plain(node, slot)];
  }

  /** A negative operator is the opposite of its positive one, on missing facts too. */
  private negated(node: Condition, slot: number): Check | undefined {
    const definition = OPERATORS[node.operator];
    if (!("opposite" in definition)) return undefined;
    const positive = { ...node, operator: definition.opposite as OperatorName };
    const [check, another] = comparisonsOf(positive, this.spanOf) ?? [];
    if (check !== undefined)
      return another === undefined ? { how: HOW[check[0]] + NOT, slot, operand: check[1], node } : undefined;
    const text = this.positive(positive, slot);
    return text && { ...text, how: text.how + NOT, node };
  }

  private positive(node: Condition, slot: number): Check | undefined {
    if (node.operator === "isAnyOf") {
      const values = valuesOf(this.slots, node);
      return values.length === 1
        ? { how: HOW.is, slot, operand: values[0] as number, node }
        : { how: HOW.isOneOf, slot, operand: this.share(node, { values: new Set(values) }), node };
    }
    const isText = TEXT_OPERATORS.has(node.operator);
    return isText ? { how: HOW.text, slot, operand: this.share(node), node } : undefined;
  }

  private plain = (node: ConditionNode, slot: number): Check => ({
    how: HOW.plain,
    slot,
    operand: this.share(node),
    node,
  });

  private share(node: ConditionNode, more: Pick<Shared, "values"> = {}): number {
    const text = JSON.stringify(node);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const at = this.shared.push({ node, ...more, answered: 0 }) - 1;
    this.known.set(text, at);
    return at;
  }
}

const TEXT_OPERATORS: ReadonlySet<OperatorName> = new Set(["contains", "startsWith", "endsWith", "matchesWildcard"]);

/** The numbers of the values that an "is" names. */
export function valuesOf(slots: FactSlots, { fact, value }: Condition): number[] {
  const slot = slots.slotOf(fact);
  const numbers = (value as readonly string[]).map((text) => slots.name(slot, text));
  return numbers.length === 1 ? numbers : [...new Set(numbers)];
}
