import { NAME_IN_CODE } from "@firstmatch/shared-types";

/** Digits and capital letters that are not taken for one another when a code is read aloud. */
const SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Tried before a pattern is said to be used up. */
const TRIES = 10_000;

/**
 * A code made from a pattern (see CodePattern); undefined when none that is free was found.
 *
 * @param name the partner's
 * @param random a whole number from 0 to below the given one
 * @param taken whether anybody ever had the code
 */
export function generateCode(
  pattern: string,
  name: string,
  random: (below: number) => number,
  taken: (code: string) => boolean,
): string | undefined {
  for (let tries = 0; tries < Math.min(TRIES, 20 * variants(pattern)); tries++) {
    const code = pattern.replaceAll(/\{(NAME|N+|X+)\}/g, (_, slot: string) =>
      slot === "NAME" ? nameInCode(name) : [...slot].map((letter) => symbol(letter, random)).join(""),
    );
    if (!taken(code)) return code;
  }
  return undefined;
}

const symbol = (letter: string, random: (below: number) => number) =>
  letter === "N" ? String(random(10)) : (SYMBOLS[random(SYMBOLS.length)] as string);

/** How many codes a pattern has for one name. */
export const variants = (pattern: string): number =>
  [...pattern.matchAll(/\{(N+|X+)\}/g)].reduce(
    (product, [, slot = ""]) => product * (slot[0] === "N" ? 10 : SYMBOLS.length) ** slot.length,
    1,
  );

/** "Zoë O'Hara" is ZOEOHARA; a name without letters and digits is PARTNER. */
const nameInCode = (name: string): string =>
  [...name.normalize("NFKD").toUpperCase()]
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, NAME_IN_CODE)
    .join("") || "PARTNER";
