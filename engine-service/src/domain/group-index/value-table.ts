import { type FactSlots, LISTED } from "./fact-slots.ts";
import { Filed } from "./filed.ts";
import { NAMELESS } from "./names.ts";
import { NOWHERE } from "./places.ts";

/** Groups that are looked up by the values of the same facts; by none, where nothing tells much of them. */
export class ValueTable {
  readonly filed = new Filed();
  private readonly slots: readonly number[];
  /**
   * By slot, so that each combination of values has a place of its own. Values that are named later may come to the place
   * of others: whoever is found there is checked, so that costs time and no answer.
   */
  private readonly factors: readonly number[];

  constructor(slotNumbers: readonly number[], slots: FactSlots) {
    this.slots = slotNumbers;
    this.factors = slotNumbers.map((slot) => slots.named(slot) + 1);
  }

  /** Under all combinations of the values. @param values by slot */
  file(group: number, values: readonly (readonly number[])[]): void {
    const places = values.reduce<readonly number[]>(
      (found, some, at) => found.flatMap((place) => some.map((value) => place * (this.factors[at] as number) + value)),
      [0],
    );
    for (const place of places) this.filed.add(place, group);
  }

  /** Where those begin that name the event's values: NOWHERE, or LISTED where a fact has several values at once. */
  find(slots: FactSlots): number {
    let place = 0;
    for (let at = 0; at < this.slots.length; at += 1) {
      const value = slots.text(this.slots[at] as number);
      if (value === LISTED) return LISTED;
      if (value === NAMELESS) return NOWHERE;
      place = place * (this.factors[at] as number) + value;
    }
    return this.filed.begin(place);
  }
}
