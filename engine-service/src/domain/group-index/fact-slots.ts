import { type FactKind, type FactValue, factOf, foldText, quickMoment } from "@firstmatch/shared-types";
import { exactNumber } from "../exact-number.ts";
import { type Facts, type Place, placeOf } from "../facts.ts";
import { spanOf } from "../local-time.ts";
import { foldedText } from "../operators.ts";
import { NAMELESS, Names } from "./names.ts";

/** Instead of a number, where the fact is a list of texts. */
export const LISTED = -1;

/**
 * What groups ask of an event, each fact read at most once, and only when it is asked for: texts as the numbers that
 * stand for the values which conditions name, decimals and moments as doubles. For one question at a time.
 */
export class FactSlots {
  private readonly timezone: string;
  private readonly slots = new Map<string, number>();
  private readonly places: Place[] = [];
  private readonly kinds: FactKind[] = [];
  /** By slot: the values that conditions name. */
  private readonly names: Names[] = [];
  /** Those that each item line has a value of its own of. */
  private readonly ofItems: number[] = [];
  private facts: Facts | undefined;
  private question = 0;
  /** By slot: the question that a reading belongs to. */
  private readonly textRead: number[] = [];
  private readonly foldedRead: number[] = [];
  private readonly listRead: number[] = [];
  private readonly numberRead: number[] = [];
  private readonly texts: number[] = [];
  private readonly foldeds: (readonly string[])[] = [];
  private readonly lists: ReadonlySet<number>[] = [];
  private readonly numbers: number[] = [];

  constructor(timezone: string) {
    this.timezone = timezone;
  }

  /** @param fact key of a fact that a condition names */
  slotOf(fact: string): number {
    const known = this.slots.get(fact);
    if (known !== undefined) return known;
    const place = placeOf(fact);
    const slot = this.places.push(place) - 1;
    if (place.in === "item") this.ofItems.push(slot);
    this.slots.set(fact, slot);
    this.kinds.push(factOf(fact)?.kind ?? "any");
    this.names.push(new Names());
    for (const read of [this.textRead, this.foldedRead, this.listRead, this.numberRead]) read.push(0);
    this.texts.push(NAMELESS);
    this.foldeds.push([]);
    this.lists.push(new Set());
    this.numbers.push(Number.NaN);
    return slot;
  }

  /** Gives a value that a condition names its number. */
  name = (slot: number, value: string): number => this.namesOf(slot).add(value);

  /** How many values of a slot conditions name. */
  named = (slot: number): number => this.namesOf(slot).size;

  private namesOf = (slot: number): Names => this.names[slot] as Names;

  ask(facts: Facts): void {
    this.facts = facts;
    this.question += 1;
  }

  /** About another item line of the same event, all else is known already. */
  turnTo(item: Facts): void {
    this.facts = item;
    for (const slot of this.ofItems) {
      this.textRead[slot] = 0;
      this.foldedRead[slot] = 0;
      this.listRead[slot] = 0;
      this.numberRead[slot] = 0;
    }
  }

  value = (slot: number): FactValue | undefined => (this.facts as Facts).at(this.places[slot] as Place);

  /** The number of the fact's text, NAMELESS or LISTED. */
  text(slot: number): number {
    if (this.textRead[slot] !== this.question) {
      this.textRead[slot] = this.question;
      this.texts[slot] = this.readText(slot);
    }
    return this.texts[slot] as number;
  }

  private readText(slot: number): number {
    const value = this.value(slot);
    if (value === undefined) return NAMELESS;
    if (typeof value === "object") return LISTED;
    return this.namesOf(slot).numberOf(typeof value === "string" ? value : foldedText(value));
  }

  /** The fact's texts, folded: none where it is missing, several where it is a list. */
  folded(slot: number): readonly string[] {
    if (this.foldedRead[slot] !== this.question) {
      this.foldedRead[slot] = this.question;
      this.foldeds[slot] = foldedTexts(this.value(slot));
    }
    return this.foldeds[slot] as readonly string[];
  }

  /** The numbers of the texts of a fact that is a list. */
  listed(slot: number): ReadonlySet<number> {
    if (this.listRead[slot] !== this.question) {
      this.listRead[slot] = this.question;
      const names = this.namesOf(slot);
      this.lists[slot] = new Set(this.folded(slot).map((text) => names.numberOf(text)));
    }
    return this.lists[slot] as ReadonlySet<number>;
  }

  /** A decimal, or milliseconds since 1970; NaN where the fact is missing, or a double does not tell. */
  number(slot: number): number {
    if (this.numberRead[slot] !== this.question) {
      this.numberRead[slot] = this.question;
      this.numbers[slot] = this.readNumber(slot);
    }
    return this.numbers[slot] as number;
  }

  private readNumber(slot: number): number {
    const value = this.value(slot);
    if (typeof value !== "string") return Number.NaN;
    if (this.kinds[slot] !== "date") return exactNumber(value) ?? Number.NaN;
    const quick = quickMoment(value);
    return Number.isNaN(quick) ? (spanOf(value, this.timezone)?.from ?? Number.NaN) : quick;
  }
}

function foldedTexts(value: FactValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "object" ? value.map(foldText) : [foldedText(value)];
}
