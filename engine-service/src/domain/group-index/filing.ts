import { type Condition, type ConditionNode, isLeaf } from "@firstmatch/shared-types";
import { valuesOf } from "./check-maker.ts";
import type { FactSlots } from "./fact-slots.ts";
import { asksForPieces, GramCounts } from "./grams.ts";
import { PieceTable } from "./piece-table.ts";
import { ValueTable } from "./value-table.ts";

/** So many groups are looked at one by one: it costs less than to look up which of them to look at. */
const FEW = 16;

/** A group is filed by more facts only as long as more than FEW are looked at together with it, and never by more than these. */
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
 * Decides by which of its conditions each group is filed: by the values of those "is" that leave the fewest groups to look
 * at; where those leave many, by a piece of text that it asks for; where it has neither, it is looked at each time.
 */
export class Filing {
  readonly values = new Map<string, ValueTable>();
  readonly pieces = new Map<number, PieceTable>();
  private readonly slots: FactSlots;
  private readonly grams = new GramCounts();
  private groups = 0;

  constructor(slots: FactSlots) {
    this.slots = slots;
  }

  /** Reads a group before any is filed: how much a value tells depends on how many there are. */
  read(nodes: readonly ConditionNode[]): void {
    this.groups += 1;
    for (const node of nodes) {
      this.keyOf(node);
      if (asksForPieces(node)) this.grams.count(this.slots.slotOf(node.fact), node);
    }
  }

  /** @returns the conditions that hold wherever the group is found */
  file(group: number, nodes: readonly ConditionNode[]): ReadonlySet<ConditionNode> {
    const { keys, looked } = this.chooseFrom(nodes.flatMap((node) => this.keyOf(node)));
    const piece = looked > FEW ? this.pieceOf(nodes) : undefined;
    if (piece !== undefined && piece.most < looked) {
      const table = this.pieces.get(piece.slot) ?? new PieceTable(piece.slot);
      this.pieces.set(piece.slot, table);
      table.file(group, piece.grams);
      return new Set();
    }
    const filedBy = keys.map(({ slot }) => slot);
    const table = this.values.get(filedBy.join()) ?? new ValueTable(filedBy, this.slots);
    this.values.set(filedBy.join(), table);
    table.file(
      group,
      keys.map(({ values }) => values),
    );
    return new Set(keys.map(({ node }) => node));
  }

  *seal(): Generator<void> {
    for (const { filed } of [...this.values.values(), ...this.pieces.values()]) yield* filed.seal();
  }

  private keyOf(node: ConditionNode): Key[] {
    if (!isLeaf(node) || node.operator !== "isAnyOf") return [];
    return [{ slot: this.slots.slotOf(node.fact), values: valuesOf(this.slots, node), node }];
  }

  /** Few values of many tell most. `looked`: about how many groups are found with them. */
  private chooseFrom(all: readonly Key[]): { keys: Key[]; looked: number } {
    const named = ({ slot }: Key) => this.slots.named(slot) + 1;
    const share = (key: Key) => key.values.length / named(key);
    const keys: Key[] = [];
    let [looked, places, size] = [this.groups, 1, 1];
    for (const key of [...all].sort((one, other) => share(one) - share(other))) {
      if (looked <= FEW || keys.length === FACTS_AT_MOST) break;
      const [more, larger] = [places * key.values.length, size * named(key)];
      if (keys.some(({ slot }) => slot === key.slot)) continue;
      if (keys.length > 0 && (more > PLACES_AT_MOST || larger > TABLE_AT_MOST)) continue;
      [looked, places, size] = [looked * share(key), more, larger];
      keys.push(key);
    }
    return { keys: keys.sort((one, other) => one.slot - other.slot), looked };
  }

  /** The most telling of its pieces of text. */
  private pieceOf(nodes: readonly ConditionNode[]) {
    const pieces = nodes.filter(asksForPieces).map((node) => {
      const slot = this.slots.slotOf(node.fact);
      return { slot, ...this.grams.rarest(slot, node) };
    });
    return pieces.sort((one, other) => one.most - other.most)[0];
  }
}
