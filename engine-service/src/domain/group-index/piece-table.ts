import { Filed } from "./filed.ts";
import { GRAM } from "./grams.ts";

/** Most grams of a text are in no pattern, which a look at these tells. A power of two. */
const MARKS = 8_192;

/** Groups that are looked up by a piece of one fact's text, like the "facebook" of *facebook*: each under one gram of it. */
export class PieceTable {
  readonly filed = new Filed();
  readonly slot: number;
  private readonly marks = new Uint8Array(MARKS);

  constructor(slot: number) {
    this.slot = slot;
  }

  file(group: number, grams: readonly string[]): void {
    for (const gram of grams) {
      const place = placeOf(gram, 0);
      this.marks[place & (MARKS - 1)] = 1;
      this.filed.add(place, group);
    }
  }

  /** The first place in a text, from one on, whose gram has groups; beyond the text where none has. */
  next(text: string, from: number): number {
    let at = from;
    while (at + GRAM <= text.length && this.marks[placeOf(text, at) & (MARKS - 1)] === 0) at += 1;
    return at + GRAM <= text.length ? at : Number.POSITIVE_INFINITY;
  }

  /** Where the groups of the gram at a place of the text begin, or NOWHERE. */
  find = (text: string, at: number): number => this.filed.begin(placeOf(text, at));
}

/** Different grams may share one: whoever is found there is checked. */
function placeOf(text: string, at: number): number {
  let place = 0;
  for (let next = at; next < at + GRAM; next += 1) place = (place * 31 + text.charCodeAt(next)) & 0x3fff_ffff;
  return place;
}
