import { type FactKind, type FactValue, factOf, foldText } from "@firstmatch/shared-types";
import { exactNumber } from "../exact-number.ts";
import { type Facts, type Place, placeOf } from "../facts.ts";
import { spanOf } from "../local-time.ts";
import { foldedText } from "../operators.ts";

/** The number of a text that no condition names, and of a missing one. */
export const NAMELESS = 0;
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
  /** By slot: folded value → its number. */
  private readonly names: Map<string, number>[] = [];
  /** By slot: values as they were sent → the same number; only of those that have one, so that nobody fills it. */
  private readonly sent: Map<string, number>[] = [];
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
    const slot = this.places.push(placeOf(fact)) - 1;
    this.slots.set(fact, slot);
    this.kinds.push(factOf(fact)?.kind ?? "any");
    this.names.push(new Map());
    this.sent.push(new Map());
    for (const read of [this.textRead, this.foldedRead, this.listRead, this.numberRead]) read.push(0);
    this.texts.push(NAMELESS);
    this.foldeds.push([]);
    this.lists.push(new Set());
    this.numbers.push(Number.NaN);
    return slot;
  }

  /** Gives a value that a condition names its number. */
  name(slot: number, value: string): number {
    const names = this.names[slot] as Map<string, number>;
    const folded = foldText(value);
    const known = names.get(folded);
    if (known !== undefined) return known;
    names.set(folded, names.size + 1);
    return names.size;
  }

  /** How many values of a slot conditions name. */
  named = (slot: number): number => (this.names[slot] as Map<string, number>).size;

  ask(facts: Facts): void {
    this.facts = facts;
    this.question += 1;
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
    const names = this.names[slot] as Map<string, number>;
    if (typeof value !== "string") return names.get(foldedText(value)) ?? NAMELESS;
    const sent = this.sent[slot] as Map<string, number>;
    const known = sent.get(value);
    if (known !== undefined) return known;
    const named = names.get(foldText(value));
    if (named === undefined) return NAMELESS;
    if (sent.size < 4 * names.size) sent.set(value, named);
    return named;
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
      const names = this.names[slot] as Map<string, number>;
      this.lists[slot] = new Set(this.folded(slot).map((text) => names.get(text) ?? NAMELESS));
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
    return spanOf(value, this.timezone)?.from ?? Number.NaN;
  }
}

function foldedTexts(value: FactValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "object" ? value.map(foldText) : [foldedText(value)];
}
