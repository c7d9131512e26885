import { FACTS, type FactDefinition, factOf, LIMITS } from "@firstmatch/shared-types";
import { at, type Dice } from "./odd-dice.ts";
import { ODD_DATES, ODD_NUMBERS, ODD_TEXTS } from "./odd-values.ts";

/** What the documents and events of one question speak of. */
export interface World {
  facts: FactDefinition[];
  texts: string[];
  numbers: string[];
  dates: string[];
}

const FACT_POOL = [
  // Another currency is refused, and so is more discount than the items come to.
  ...FACTS.filter(({ key }) => key !== "currency" && key !== "orderDiscount"),
  ...["tier", "constructor", "toString", "hasOwnProperty", "orderTotal", "a.b", "__proto__"].map((name) =>
    factOf(`params.${name}`),
  ),
] as FactDefinition[];

/** Facts that an index may file groups by. */
export const canAnchor = ({ kind, choices }: FactDefinition) =>
  (kind === "text" || kind === "any") && choices === undefined;
const ANCHORS = FACT_POOL.filter(canAnchor);
/** Those that may be lists, numbers or flags come as often as the others. */
const ANCHOR_POOL = [...ANCHORS, ...[1, 2, 3].flatMap(() => ANCHORS.filter(({ kind }) => kind === "any"))];

export function worldOf([facts = 0, texts = 0, spread = 0, ...more]: Dice): World {
  const some = <T>(pool: readonly T[], count: number, from: number) =>
    Array.from({ length: count }, (_, place) => at(pool, (more[(from + place) % more.length] ?? 0) + place * 7));
  const family = Array.from({ length: spread % 3 === 0 ? spread % 300 : 0 }, (_, place) => `v${place}`);
  const steps = Array.from({ length: spread % 4 === 0 ? spread % 200 : 0 }, (_, place) => String(place * 5));
  return {
    facts: [...some(FACT_POOL, 1 + (facts % 7), 0), ...some(ANCHOR_POOL, 3, 17)],
    texts: [...some(ODD_TEXTS, 3 + (texts % 6), 5), ...family],
    // Neighbours are nearly the same.
    numbers: [
      ...Array.from({ length: 3 + (texts % 4) }, (_, place) => at(ODD_NUMBERS, (more[9] ?? 0) + place)),
      ...steps,
    ],
    dates: some(ODD_DATES, 3, 14),
  };
}

export const TWISTS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFC"),
];
/** The same or nearly the same number. */
const NEARS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => (text.includes(".") ? `${text}0` : `${text}.0`),
  (text) => (text.includes(".") ? `${text}00000001` : `${text}.000000000000001`),
  (text) => (text.startsWith("-") ? text : `00${text}`),
  (text) => (text.includes(".") ? text.slice(0, text.indexOf(".")) : `${text}.5`),
  (text) => `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`,
];

/** Now and then one that nobody else speaks of. */
export const textOf = ({ texts }: World, which = 0, twist = 0) =>
  which % 17 === 16 ? `w${which}` : at(TWISTS, twist)(at(texts, which));
export function numberOf({ numbers }: World, which = 0, twist = 0): string {
  const near = at(NEARS, twist)(at(numbers, which));
  return near.length <= LIMITS.decimalLength ? near : at(numbers, which);
}
/** As JSON writes numbers too, unless it would get too long by it. */
export const numberAsSent = (text: string, twist = 0): string | number => {
  const size = Math.abs(Number(text));
  return twist % 5 === 4 && (size === 0 || (size > 1e-15 && size < 1e25)) ? Number(text) : text;
};
