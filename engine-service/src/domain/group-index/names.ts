import { foldText } from "@firstmatch/shared-types";

/** The number of a text that nobody named, and of a missing one. */
export const NAMELESS = 0;

/** Of a text with other letters than ASCII ones, which have to be folded before they can be compared. */
const FOREIGN = -1;

/** The table is made twice as large as soon as more than half of it is taken. */
const FIRST_SIZE = 16;

/**
 * Numbers for texts that conditions name, from 1 up. A hash table of its own, because it finds a text in any case as it
 * was sent: with a Map each text would have to be folded first, which costs more than finding it.
 */
export class Names {
  /** By number; folded. */
  private readonly folded: string[] = [""];
  /** By number, as the condition has it, which is how it is sent for the most part. */
  private readonly written: string[] = [""];
  private numbers = new Int32Array(FIRST_SIZE);
  /** By place, like the numbers. */
  private hashes = new Int32Array(FIRST_SIZE);

  /** How many there are. */
  get size(): number {
    return this.folded.length - 1;
  }

  /** The number of a text, in any case; NAMELESS where it has none. */
  numberOf(text: string): number {
    const hash = hashOf(text, false);
    if (hash !== FOREIGN) return this.numbers[this.placeOf(text, hash)] as number;
    const folded = foldText(text);
    return this.numbers[this.placeOf(folded, hashOf(folded, true))] as number;
  }

  /** Gives a text a number, unless it has one. */
  add(text: string): number {
    const folded = foldText(text);
    const hash = hashOf(folded, true);
    const place = this.placeOf(folded, hash);
    const known = this.numbers[place] as number;
    if (known !== NAMELESS) return known;
    const number = this.folded.push(folded) - 1;
    this.written.push(text);
    this.numbers[place] = number;
    this.hashes[place] = hash;
    if (number * 2 > this.numbers.length) this.grow();
    return number;
  }

  /** Where a text is, or would be. */
  private placeOf(text: string, hash: number): number {
    const last = this.numbers.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const number = this.numbers[place] as number;
      if (number === NAMELESS) return place;
      if (this.hashes[place] === hash && this.isNumbered(text, number)) return place;
    }
  }

  /** @param text of ASCII letters alone, or folded */
  private isNumbered(text: string, number: number): boolean {
    const folded = this.folded[number] as string;
    if (text === this.written[number] || text === folded) return true;
    if (text.length !== folded.length) return false;
    for (let at = 0; at < text.length; at += 1) if (small(text.charCodeAt(at)) !== folded.charCodeAt(at)) return false;
    return true;
  }

  private grow(): void {
    const [numbers, hashes] = [this.numbers, this.hashes];
    this.numbers = new Int32Array(2 * numbers.length);
    this.hashes = new Int32Array(2 * numbers.length);
    const last = this.numbers.length - 1;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] as number;
      if (number === NAMELESS) continue;
      const hash = hashes[at] as number;
      let place = hash & last;
      while (this.numbers[place] !== NAMELESS) place = (place + 1) & last;
      this.numbers[place] = number;
      this.hashes[place] = hash;
    }
  }
}

/** FNV-1a over the letters as small ones. */
function hashOf(text: string, isFolded: boolean): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127 && !isFolded) return FOREIGN;
    hash = Math.imul(hash ^ small(code), 0x0100_0193);
  }
  // The last bits, which choose the place, would not depend on the first ones of a letter.
  return (hash ^ (hash >>> 15)) & 0x7fff_ffff;
}

const small = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
