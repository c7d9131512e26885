import { type ConditionNode, type Conditions, isLeaf } from "@firstmatch/shared-types";
import type { Facts } from "../facts.ts";
import { CheckMaker, NOT } from "./check-maker.ts";
import { Checks } from "./checks.ts";
import { type FactSlots, LISTED } from "./fact-slots.ts";
import { END, type Filed } from "./filed.ts";
import { Filing } from "./filing.ts";
import type { PieceTable } from "./piece-table.ts";
import { NOWHERE } from "./places.ts";
import type { ValueTable } from "./value-table.ts";

/**
 * Finds the first group that matches without asking all of them. Of thousands of groups few can match an event: those
 * that name its values. Each group is filed under the values that tell the most, in one table for each set of facts that
 * groups are filed by, and an event looks once into each table. Whatever it finds there is checked in full, so filing can
 * cost time but never change an answer; a group is filed under all values that its condition names, so none is missed.
 */
export class GroupIndex {
  private readonly slots: FactSlots;
  private readonly checks: Checks;
  private readonly byValues: readonly ValueTable[];
  private readonly byPieces: readonly PieceTable[];
  /** All that are asked, by rank. */
  private readonly asked: readonly number[];

  private constructor(slots: FactSlots, checks: Checks, { values, pieces }: Filing, asked: readonly number[]) {
    this.slots = slots;
    this.checks = checks;
    this.byValues = [...values.values()];
    this.byPieces = [...pieces.values()];
    this.asked = asked;
  }

  /**
   * In steps, so that whoever has to answer meanwhile can be let in between.
   *
   * @param groups by rank; null: not to be asked
   * @param slots what is read of an event; indexes may share it
   */
  static *inSteps(
    groups: readonly (Conditions | null)[],
    slots: FactSlots,
    timezone: string,
  ): Generator<void, GroupIndex> {
    const filing = new Filing(slots);
    const asked: number[] = [];
    for (const [group, conditions] of groups.entries()) {
      if (conditions === null) continue;
      asked.push(group);
      filing.read(flat(conditions.all));
      yield;
    }
    const maker = new CheckMaker(slots, timezone);
    const checks = new Checks(maker.shared, slots, timezone);
    for (const [group, conditions] of groups.entries()) {
      const nodes = conditions === null ? [] : flat(conditions.all);
      const known = conditions === null ? undefined : filing.file(group, nodes);
      // What holds where it is found anyway comes last, and before that what costs most.
      const last = (node: ConditionNode) => Number(known?.has(node) === true);
      const ordered = nodes
        .flatMap((node) => maker.checksOf(node))
        .sort((one, other) => last(one.node) - last(other.node) || (one.how & ~NOT) - (other.how & ~NOT));
      checks.add(ordered);
      yield;
    }
    yield* filing.seal();
    return new GroupIndex(slots, checks, filing, asked);
  }

  get asksAny(): boolean {
    return this.asked.length > 0;
  }

  /**
   * The first group that matches, by its place in the list; `below` where none before that one does.
   *
   * @param facts those that the slots are asked about
   */
  first(facts: Facts, below: number): number {
    const question = this.checks.ask(facts);
    let best = below;
    for (const table of this.byValues) {
      const at = table.find(this.slots);
      // Nobody is filed by several values at once.
      if (at === LISTED) return this.scan(below);
      if (at !== NOWHERE) best = this.firstFiled(table.filed, at, best);
    }
    for (const table of this.byPieces) {
      const text = this.slots.value(table.slot);
      if (typeof text !== "string") continue;
      for (let left = table.find(text); left > 0; left -= 1) {
        const at = table.found[left - 1] as number;
        // A text may say "shop" five hundred times.
        if (!table.filed.isSeen(at, question)) best = this.firstFiled(table.filed, at, best);
      }
    }
    return best;
  }

  private firstFiled({ groups }: Filed, begin: number, below: number): number {
    for (let at = begin; ; at += 1) {
      const group = groups[at] as number;
      if (group === END || group >= below) return below;
      if (this.checks.allHold(group)) return group;
    }
  }

  private scan(below: number): number {
    const found = this.asked.find((group) => group >= below || this.checks.allHold(group)) ?? below;
    return Math.min(found, below);
  }
}

/** All that has to hold together, out of lists within lists; the list itself, as mostly there are none in it. */
const flat = (nodes: readonly ConditionNode[]): readonly ConditionNode[] =>
  nodes.some(isAll) ? nodes.flatMap((node) => (isAll(node) ? flat(node.all) : [node])) : nodes;

const isAll = (node: ConditionNode): node is Conditions => !isLeaf(node) && "all" in node;
