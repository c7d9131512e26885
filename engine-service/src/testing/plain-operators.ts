import { dateForm, type Expected, type FactValue, OPERATORS, type OperatorName } from "@firstmatch/shared-types";
import { DateTime } from "luxon";

/**
 * The operators of contract 3 once more, as simply as they are said, for the oracle of our tests. They read texts,
 * wildcards, numbers and days in ways of their own, so that a slip in the core's reading shows. Far too slow to pay by.
 */
export function holds(
  operator: OperatorName,
  actual: FactValue | undefined,
  expected: Expected,
  zone: string,
): boolean {
  const definition = OPERATORS[operator];
  if ("opposite" in definition) return !holds(definition.opposite, actual, expected, zone);
  const anyPair = (passes: (text: string, wanted: string) => boolean) =>
    textsOf(actual).some((text) => [expected].flat().some((wanted) => passes(folded(text), folded(String(wanted)))));
  const order = (wanted: Expected) => compared(actual, String(wanted), zone);
  switch (operator) {
    case "isAnyOf":
      return anyPair((text, wanted) => text === wanted);
    case "contains":
      return anyPair((text, wanted) => text.split(wanted).length > 1 || wanted === "");
    case "startsWith":
      return anyPair((text, wanted) => text.slice(0, wanted.length) === wanted);
    case "endsWith":
      return anyPair(
        (text, wanted) => text.length >= wanted.length && text.slice(text.length - wanted.length) === wanted,
      );
    case "matchesWildcard":
      return anyPair(covers);
    case "equal":
      return order(expected) === 0;
    case "lessThan":
      return [-1].includes(order(expected));
    case "lessThanInclusive":
      return [-1, 0].includes(order(expected));
    case "greaterThan":
      return [1].includes(order(expected));
    case "greaterThanInclusive":
      return [0, 1].includes(order(expected));
    case "between":
      return (
        [0, 1].includes(order((expected as string[])[0] as string)) &&
        [-1, 0].includes(order((expected as string[])[1] as string))
      );
    case "isEmpty":
      return actual === undefined || [actual].flat().every((value) => value === "");
    default:
      return (
        typeof actual !== "object" &&
        typeof actual !== "number" &&
        folded(String(actual)) === (operator === "isTrue" ? "true" : "false")
      );
  }
}

const textsOf = (actual: FactValue | undefined): string[] =>
  actual === undefined
    ? []
    : [actual].flat().map((value) => (typeof value === "number" ? spelled(value) : String(value)));

const foldings = new Map<string, string>();

/** Contract 3.3: without regard to case, after Unicode NFC. */
function folded(text: string): string {
  const known = foldings.get(text);
  if (known !== undefined) return known;
  const letters = [...text.normalize("NFC").toLowerCase().toUpperCase()].map((letter) => letter.toLowerCase());
  if (foldings.size > 20_000) foldings.clear();
  foldings.set(text, letters.join("").normalize("NFC"));
  return foldings.get(text) as string;
}

/** Contract 3.4, by all the places that a pattern's first characters may reach to. */
function covers(value: string, pattern: string): boolean {
  let reached = new Set([0]);
  for (let at = 0; at < pattern.length; at += 1) {
    const escaped = pattern.slice(at, at + 2) === "\\*";
    if (pattern[at] === "*") {
      const first = Math.min(...reached);
      reached = new Set(Array.from({ length: value.length - first + 1 }, (_, more) => first + more));
      continue;
    }
    const wanted = escaped ? "*" : pattern[at];
    if (escaped) at += 1;
    reached = new Set([...reached].filter((place) => value[place] === wanted).map((place) => place + 1));
    if (reached.size === 0) return false;
  }
  return reached.has(value.length);
}

/** -1, 0, 1: below, equal, above; NaN where the fact cannot be read as what it is compared with. */
function compared(actual: FactValue | undefined, expected: string, zone: string): number {
  const wanted = digitsOf(expected);
  if (wanted === undefined) return comparedDates(actual, expected, zone);
  const read = digitsOf(actual);
  if (read === undefined) return Number.NaN;
  const [a, b] = [read.units * 10n ** BigInt(wanted.places), wanted.units * 10n ** BigInt(read.places)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All digits of a decimal of 40 characters at most, without its point. */
function digitsOf(value: FactValue | undefined): { units: bigint; places: number } | undefined {
  const text = typeof value === "number" ? spelled(value) : value;
  if (typeof text !== "string" || (typeof value === "string" && text.length > 40)) return undefined;
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : { units: BigInt(`${sign}${whole}${fraction}`), places: fraction.length };
}

/** A number without an exponent: 1e21 → "1000000000000000000000". */
function spelled(value: number): string {
  const [mantissa = "", exponent = ""] = Math.abs(value).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const point = Number(exponent) + 1;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" || Number(fraction) === 0 ? "" : `.${fraction}`}`;
}

/** A day is compared with the local day of the moment, a moment to the millisecond. */
function comparedDates(actual: FactValue | undefined, expected: string, zone: string): number {
  const moment = typeof actual === "string" ? momentOf(actual, zone) : undefined;
  if (moment === undefined) return Number.NaN;
  if (dateForm(expected) !== "day") return Math.sign(moment - (momentOf(expected, zone) as number)) + 0;
  const local = DateTime.fromMillis(moment, { zone });
  const wanted = Number(expected.replaceAll("-", ""));
  return Math.sign((local.year * 100 + local.month) * 100 + local.day - wanted) + 0;
}

/** In milliseconds; of a day its beginning. */
function momentOf(text: string, zone: string): number | undefined {
  const form = dateForm(text);
  if (form === undefined) return undefined;
  if (form === "instant") return Date.parse(text);
  const local = DateTime.fromISO(text, { zone });
  return (form === "day" ? local.startOf("day") : local).toMillis();
}
