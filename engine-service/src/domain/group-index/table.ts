import { type FactSlots, LISTED, NAMELESS } from "./fact-slots.ts";

/** Where nobody is filed, because no group names a value of the event. */
export const NOWHERE = -2;

/** Groups that are looked up by the same facts; by none, where "is" tells nothing of them. */
export class Table {
  private readonly slots: readonly number[];
  /**
   * By slot, so that each combination of values has a place of its own. Values that are named later may come to the place
   * of others: whoever is found there is checked, so that costs time and no answer.
   */
  private readonly factors: readonly number[];
  private filing = new Map<number, number[]>();
  /** By place, where its groups begin. */
  private readonly starts = new Map<number, number>();
  /** Groups by rank, those of one place together, then END. */
  filed: Int32Array = new Int32Array(0);

  constructor(slotNumbers: readonly number[], slots: FactSlots) {
    this.slots = slotNumbers;
    this.factors = slotNumbers.map((slot) => slots.named(slot) + 1);
  }

  /** Under all combinations of the values. @param values by slot; groups come by rank */
  file(group: number, values: readonly (readonly number[])[]): void {
    const places = values.reduce<readonly number[]>(
      (found, some, at) => found.flatMap((place) => some.map((value) => place * (this.factors[at] as number) + value)),
      [0],
    );
    for (const place of places) {
      const filed = this.filing.get(place);
      if (filed === undefined) this.filing.set(place, [group]);
      else filed.push(group);
    }
  }

  /** Packs what was filed into one piece of memory. */
  seal(): void {
    const filed: number[] = [];
    for (const [place, groups] of this.filing) {
      this.starts.set(place, filed.length);
      for (const group of groups) filed.push(group);
      filed.push(END);
    }
    this.filed = Int32Array.from(filed);
    this.filing = new Map();
  }

  /** Where in `filed` those begin that name the event's values: NOWHERE, or LISTED where a fact has several values at once. */
  find(slots: FactSlots): number {
    let place = 0;
    for (let at = 0; at < this.slots.length; at += 1) {
      const value = slots.text(this.slots[at] as number);
      if (value === LISTED) return LISTED;
      if (value === NAMELESS) return NOWHERE;
      place = place * (this.factors[at] as number) + value;
    }
    return this.starts.get(place) ?? NOWHERE;
  }
}

export const END = -1;
