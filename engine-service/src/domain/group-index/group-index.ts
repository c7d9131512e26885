import { type Condition, type ConditionNode, type Conditions, isLeaf } from "@firstmatch/shared-types";
import type { Facts } from "../facts.ts";
import { CheckMaker, NOT, valuesOf } from "./check-maker.ts";
import { Checks } from "./checks.ts";
import { FactSlots, LISTED } from "./fact-slots.ts";
import { END, NOWHERE, Table } from "./table.ts";

/** So many groups are looked at one by one: it costs less than to look up which of them to look at. */
const FEW = 8;

/** A group is filed by more facts only as long as more than FEW would be looked at together with it, and never by more than these. */
const FACTS_AT_MOST = 3;

/** Places that a group is filed at, when it is filed by several facts. */
const PLACES_AT_MOST = 64;

/** Places of a table have to be small numbers, which are found without being allocated. */
const TABLE_AT_MOST = 2 ** 30;

/** An "is" that a group can be found by. */
interface Key {
  slot: number;
  values: readonly number[];
  node: Condition;
}

/**
 * Finds the first group that matches without asking all of them. Of thousands of groups few can match an event: those
 * whose "is" conditions name its values. Each group is filed under the values that tell the most, in one table for each
 * set of facts that groups are filed by, and an event looks once into each table. Whatever it finds there is checked in
 * full, so filing can cost time but never change an answer; a group is filed under all values that its condition names,
 * so none is missed.
 */
export class GroupIndex {
  private readonly slots: FactSlots;
  private readonly checks: Checks;
  private readonly tables: readonly Table[];
  /** All that are asked, by rank. */
  private readonly asked: readonly number[];

  private constructor(slots: FactSlots, checks: Checks, tables: readonly Table[], asked: readonly number[]) {
    this.slots = slots;
    this.checks = checks;
    this.tables = tables;
    this.asked = asked;
  }

  /**
   * In steps, so that whoever has to answer meanwhile can be let in between.
   *
   * @param groups by rank; null: not to be asked
   */
  static *inSteps(groups: readonly (Conditions | null)[], timezone: string): Generator<void, GroupIndex> {
    const slots = new FactSlots(timezone);
    const asked: number[] = [];
    // All values have their numbers before any group is filed by them.
    for (const [group, conditions] of groups.entries()) {
      if (conditions === null) continue;
      asked.push(group);
      for (const node of flat(conditions.all)) keyOf(slots, node);
      yield;
    }
    const maker = new CheckMaker(slots, timezone);
    const checks = new Checks(maker.shared, slots, timezone);
    const tables = new Map<string, Table>();
    for (const [group, conditions] of groups.entries()) {
      const nodes = conditions === null ? [] : flat(conditions.all);
      const keys = nodes.flatMap((node) => keyOf(slots, node));
      const chosen = chooseFrom(keys, slots, asked.length);
      if (conditions !== null) {
        const filedBy = chosen.map(({ slot }) => slot);
        const table = tables.get(filedBy.join()) ?? new Table(filedBy, slots);
        tables.set(filedBy.join(), table);
        table.file(
          group,
          chosen.map(({ values }) => values),
        );
      }
      // What it is filed by holds already where it is found, so that comes last.
      const isKnown = (node: ConditionNode) => Number(chosen.some((key) => key.node === node));
      const ordered = nodes
        .flatMap((node) => maker.checksOf(node))
        .sort((one, other) => isKnown(one.node) - isKnown(other.node) || (one.how & ~NOT) - (other.how & ~NOT));
      checks.add(ordered);
      yield;
    }
    for (const table of tables.values()) table.seal();
    return new GroupIndex(slots, checks, [...tables.values()], asked);
  }

  get asksAny(): boolean {
    return this.asked.length > 0;
  }

  /** The first group that matches, by its place in the list; `below` where none before that one does. */
  first(facts: Facts, below: number): number {
    this.slots.ask(facts);
    this.checks.ask(facts);
    let best = below;
    for (const table of this.tables) {
      let at = table.find(this.slots);
      // Nobody is filed by several values at once.
      if (at === LISTED) return this.scan(below);
      if (at === NOWHERE) continue;
      const { filed } = table;
      for (let group = filed[at] as number; group !== END && group < best; group = filed[at] as number) {
        if (this.checks.allHold(group)) best = group;
        at += 1;
      }
    }
    return best;
  }

  private scan(below: number): number {
    const found = this.asked.find((group) => group >= below || this.checks.allHold(group)) ?? below;
    return Math.min(found, below);
  }
}

/** All that has to hold together, out of lists within lists. */
const flat = (nodes: readonly ConditionNode[]): ConditionNode[] =>
  nodes.flatMap((node) => (!isLeaf(node) && "all" in node ? flat(node.all) : [node]));

function keyOf(slots: FactSlots, node: ConditionNode): Key[] {
  if (!isLeaf(node) || node.operator !== "isAnyOf") return [];
  return [{ slot: slots.slotOf(node.fact), values: valuesOf(slots, node), node }];
}

/** Those that leave the fewest groups to look at: few values of many. */
function chooseFrom(keys: readonly Key[], slots: FactSlots, groups: number): Key[] {
  const share = ({ slot, values }: Key) => values.length / (slots.named(slot) + 1);
  const chosen: Key[] = [];
  let [looked, places, size] = [groups, 1, 1];
  for (const key of [...keys].sort((one, other) => share(one) - share(other))) {
    if (looked <= FEW || chosen.length === FACTS_AT_MOST) break;
    const more = places * key.values.length;
    const larger = size * (slots.named(key.slot) + 1);
    if (chosen.some(({ slot }) => slot === key.slot)) continue;
    if (chosen.length > 0 && (more > PLACES_AT_MOST || larger > TABLE_AT_MOST)) continue;
    [looked, places, size] = [looked * share(key), more, larger];
    chosen.push(key);
  }
  return chosen.sort((one, other) => one.slot - other.slot);
}
