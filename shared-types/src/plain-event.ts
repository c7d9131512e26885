import { plainDecimal } from "./amount.ts";
import { dateForm } from "./dates.ts";
import type { ConversionEvent } from "./event.ts";
import { FACTS, type FactInput } from "./facts.ts";
import { LIMITS } from "./limits.ts";
import { quickMoment } from "./quick-moment.ts";

/**
 * The events that are sent almost always, read without the schema, which takes as long as all the rest of a decision.
 * Whatever is not plainly right is left to the schema: it alone refuses, and says why. A property test holds the two together.
 */

/** The value as it is kept; undefined where it is not plainly right. */
type Read = (sent: unknown) => unknown;

const upTo =
  (least: number, most: number): Read =>
  (sent) =>
    typeof sent === "string" && sent.length >= least && sent.length <= most ? sent : undefined;

const readText = upTo(0, LIMITS.textLength);
const readName = upTo(1, LIMITS.nameLength);

const BY_INPUT: Partial<Record<FactInput, Read>> = {
  amount: (sent) => plainDecimal(sent),
  count: (sent) => plainDecimal(sent, true),
  quantity: (sent) => plainDecimal(sent),
  "date-time": (sent) => (typeof sent === "string" && isInstant(sent) ? sent : undefined),
};

const isInstant = (text: string): boolean => !Number.isNaN(quickMoment(text)) || dateForm(text) === "instant";

const readerOf = ({ input }: { input: FactInput }): Read => BY_INPUT[input] ?? readText;

const ITEM_FIELDS: ReadonlyMap<string, Read> = new Map(
  FACTS.flatMap((fact) => ("itemField" in fact ? [[fact.itemField, readerOf(fact)] as const] : [])),
);

const FIELDS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["program", readName],
  ["eventType", readName],
  ...FACTS.flatMap((fact) => ("derived" in fact || "itemField" in fact ? [] : [[fact.key, readerOf(fact)] as const])),
  ["items", readItems],
  ["params", readParams],
  ["explain", (sent) => (typeof sent === "boolean" ? sent : undefined)],
]);

/** An event for POST /evaluate where that is plain to see; the object itself where all of it is kept as it was sent. */
export function plainEvent(input: unknown): ConversionEvent | undefined {
  const event = readFields(FIELDS, input);
  return event?.program === undefined || event.eventType === undefined ? undefined : (event as ConversionEvent);
}

function readFields(fields: ReadonlyMap<string, Read>, input: unknown): Record<string, unknown> | undefined {
  if (!isObject(input)) return undefined;
  let kept = input;
  for (const field in input) {
    const sent = input[field];
    const read = fields.get(field)?.(sent);
    if (read === undefined) return undefined;
    if (read === sent) continue;
    if (kept === input) kept = { ...input };
    kept[field] = read;
  }
  return kept;
}

function readItems(sent: unknown): unknown {
  if (!Array.isArray(sent) || sent.length > LIMITS.itemsPerEvent) return undefined;
  const items = sent.map((item) => readFields(ITEM_FIELDS, item));
  return items.includes(undefined) ? undefined : items;
}

function readParams(sent: unknown): unknown {
  if (!isObject(sent)) return undefined;
  let count = 0;
  for (const name in sent) {
    count += 1;
    // JSON can make a field of that name, which the schema drops.
    if (readName(name) === undefined || name === "__proto__" || !isParam(sent[name])) return undefined;
  }
  return count <= LIMITS.paramsPerEvent ? sent : undefined;
}

const isParam = (sent: unknown): boolean =>
  readText(sent) !== undefined ||
  typeof sent === "boolean" ||
  Number.isFinite(sent) ||
  (Array.isArray(sent) && sent.length <= LIMITS.listEntries && sent.every((entry) => readText(entry) !== undefined));

const isObject = (sent: unknown): sent is Record<string, unknown> =>
  typeof sent === "object" && sent !== null && !Array.isArray(sent);
