import { foldText } from "@firstmatch/shared-types";
import { Filed } from "./filed.ts";
import { GRAM, gramWith } from "./grams.ts";
import { NOWHERE } from "./places.ts";

/** Most grams of a text are in no pattern, which a look at these tells. */
const MARK_BITS = 13;

/** Groups that are looked up by a piece of one fact's text, like the "facebook" of *facebook*: each under one gram of it. */
export class PieceTable {
  readonly filed = new Filed();
  readonly slot: number;
  /** What was found last: where groups begin. */
  readonly found: number[] = [];
  private readonly marks = new Uint8Array(2 ** MARK_BITS);

  constructor(slot: number) {
    this.slot = slot;
  }

  file(group: number, grams: readonly string[]): void {
    for (const text of grams) {
      let gram = 0;
      for (let at = 0; at < GRAM; at += 1) gram = gramWith(gram, text.charCodeAt(at));
      this.marks[markOf(gram)] = 1;
      this.filed.add(gram, group);
    }
  }

  /** Finds where the groups of each gram of a text begin. @returns how many of `found` that are */
  find(text: string, isFolded = false): number {
    // Folding it first would take as long again. Capital letters count as small ones on the way; who is found is checked.
    let gram = 0;
    let letters = 0;
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      letters |= code;
      gram = gramWith(gram, code >= 65 && code <= 90 ? code + 32 : code);
      if (this.marks[markOf(gram)] === 0) continue;
      const begin = this.filed.begin(gram);
      if (begin === NOWHERE) continue;
      this.found[count] = begin;
      count += 1;
    }
    return isFolded || letters < 128 ? count : this.find(foldText(text), true);
  }
}

const markOf = (gram: number): number => Math.imul(gram, 0x9e37_79b1) >>> (32 - MARK_BITS);
