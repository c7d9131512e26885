import {
  type Condition,
  type ConditionNode,
  factOf,
  foldText,
  isLeaf,
  type OperatorName,
} from "@firstmatch/shared-types";
import { piecesOf } from "../wildcard.ts";

/** So many characters in a row tell texts well apart, and most patterns have them. */
export const GRAM = 4;

/** The number of a gram, out of that of the one a letter before; different ones of letters beyond ASCII may share one. */
export const gramWith = (gram: number, code: number): number => (gram << 8) ^ code;

/** The literal pieces of a value that a text must have in it. */
const PIECES: Partial<Record<OperatorName, (folded: string) => readonly string[]>> = {
  contains: (part) => [part],
  startsWith: (part) => [part],
  endsWith: (part) => [part],
  matchesWildcard: piecesOf,
};

/** Whether a group can be found by pieces of text that it asks for. */
export const asksForPieces = (node: ConditionNode): node is Condition =>
  isLeaf(node) && node.operator in PIECES && factOf(node.fact)?.kind === "text";

/** For each value of a condition that asks for pieces: all grams that a text must have in it. */
const gramsOf = ({ operator, value }: Condition): string[][] =>
  (value as readonly string[]).map((text) => (PIECES[operator]?.(foldText(text)) ?? []).flatMap(gramsIn));

const gramsIn = (piece: string): string[] =>
  Array.from({ length: Math.max(0, piece.length - GRAM + 1) }, (_, at) => piece.slice(at, at + GRAM));

/** How many conditions ask for a gram, by the fact's slot. */
export class GramCounts {
  private readonly counts = new Map<number, Map<string, number>>();

  count(slot: number, condition: Condition): void {
    const counts = this.counts.get(slot) ?? new Map<string, number>();
    this.counts.set(slot, counts);
    for (const gram of new Set(gramsOf(condition).flat())) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }

  /**
   * For each value the gram that the fewest conditions ask for, since "example.com" is in most of them.
   *
   * @returns `most`: how many ask for one of these; infinite where a value has no gram to be found by
   */
  rarest(slot: number, condition: Condition): { grams: string[]; most: number } {
    const count = (gram: string) => this.counts.get(slot)?.get(gram) ?? 0;
    const rarest = gramsOf(condition).map((grams) =>
      grams.reduce<string | undefined>(
        (best, gram) => (best === undefined || count(gram) < count(best) ? gram : best),
        undefined,
      ),
    );
    const grams = rarest.filter((gram) => gram !== undefined);
    const most = grams.reduce((sum, gram) => sum + count(gram), 0);
    return { grams, most: grams.length < rarest.length ? Number.POSITIVE_INFINITY : most };
  }
}
