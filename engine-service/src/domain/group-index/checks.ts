import type { ConditionNode } from "@firstmatch/shared-types";
import type { Facts } from "../facts.ts";
import { matcherOf } from "../match.ts";
import { textTestFor } from "../operators.ts";
import { type Check, HOW, HOW_BITS, HOWS, NOT, type Shared } from "./check-maker.ts";
import { type FactSlots, LISTED } from "./fact-slots.ts";

/** What has to hold for each group, one check behind the other in memory, because reading memory is most of the work. */
export class Checks {
  private readonly slots: FactSlots;
  private readonly timezone: string;
  private readonly shared: readonly Shared[];
  /** By group, where its checks begin; one more for the end. */
  private readonly starts = [0];
  /** Of each check two numbers side by side: how and slot in one, then the operand. */
  private readonly steps: number[] = [];
  /** By check. */
  private readonly nodes: ConditionNode[] = [];
  /** By check, for facts that no number stands for; made when first needed. */
  private readonly plain = new Map<number, (facts: Facts) => boolean>();
  private facts: Facts | undefined;
  private question = 0;

  constructor(shared: readonly Shared[], slots: FactSlots, timezone: string) {
    this.slots = slots;
    this.timezone = timezone;
    this.shared = shared;
  }

  /** Of the next group. @param checks in the order in which they are made */
  add(checks: readonly Check[]): void {
    for (const { how, slot, operand, node } of checks) {
      this.steps.push(how + (slot << HOW_BITS), operand);
      this.nodes.push(node);
    }
    this.starts.push(this.steps.length);
  }

  /** @returns the number of the question, never the same twice */
  ask(facts: Facts): number {
    this.facts = facts;
    this.question += 1;
    return this.question;
  }

  allHold(group: number): boolean {
    const end = this.starts[group + 1] as number;
    for (let at = this.starts[group] as number; at < end; at += 2) if (!this.holds(at)) return false;
    return true;
  }

  private holds(at: number): boolean {
    const step = (this.steps[at] as number) | 0;
    const how = step & (HOWS - 1);
    const slot = step >> HOW_BITS;
    const operand = this.steps[at + 1] as number;
    const kind = how & ~NOT;
    let holds: boolean;
    if (kind === HOW.is) {
      const text = this.slots.text(slot);
      holds = text === LISTED ? this.slots.listed(slot).has(operand) : text === operand;
    } else if (kind === HOW.isOneOf) {
      const values = this.shared[operand]?.values as ReadonlySet<number>;
      const text = this.slots.text(slot);
      holds = text === LISTED ? overlap(this.slots.listed(slot), values) : values.has(text);
    } else if (kind <= HOW.atLeast) {
      const number = this.slots.number(slot);
      if (Number.isNaN(number) && this.slots.value(slot) !== undefined) return this.plainly(at);
      holds = compare(kind, number, operand);
    } else {
      holds = this.remembered(this.shared[operand] as Shared, kind === HOW.text ? slot : undefined);
    }
    return holds !== how >= NOT;
  }

  /** Asked once for all groups that share it. @param slot of the text that is tested; undefined for the plain matcher */
  private remembered(shared: Shared, slot: number | undefined): boolean {
    if (shared.answered === this.question) return true;
    if (shared.answered === -this.question) return false;
    const holds = slot === undefined ? this.matches(shared) : this.passes(shared, this.slots.folded(slot));
    shared.answered = holds ? this.question : -this.question;
    return holds;
  }

  private passes(shared: Shared, texts: readonly string[]): boolean {
    const { node } = shared;
    if ("fact" in node) shared.test ??= textTestFor(node.operator, node.value);
    const { test } = shared;
    return test !== undefined && texts.some(test);
  }

  private matches(shared: Shared): boolean {
    shared.matches ??= this.matcher(shared.node);
    return shared.matches(this.facts as Facts);
  }

  private plainly(at: number): boolean {
    let matches = this.plain.get(at);
    if (matches === undefined) {
      matches = this.matcher(this.nodes[at / 2] as ConditionNode);
      this.plain.set(at, matches);
    }
    return matches(this.facts as Facts);
  }

  private matcher(node: ConditionNode): (facts: Facts) => boolean {
    const plain = matcherOf({ all: [node] }, this.timezone);
    return (facts) => plain.matches(facts);
  }
}

/** Whether any value is in both. */
function overlap(listed: ReadonlySet<number>, values: ReadonlySet<number>): boolean {
  for (const value of listed) if (values.has(value)) return true;
  return false;
}

function compare(how: number, number: number, operand: number): boolean {
  switch (how) {
    case HOW.equal:
      return number === operand;
    case HOW.below:
      return number < operand;
    case HOW.atMost:
      return number <= operand;
    case HOW.above:
      return number > operand;
    default:
      return number >= operand;
  }
}
