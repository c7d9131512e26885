import { z } from "zod";
import { Amount, Count, Decimal, Quantity } from "./amount.ts";
import { dateForm } from "./dates.ts";
import { FACTS, type FactInput, type FactKey, type FactValue, factOf } from "./facts.ts";
import { didYouMean, type Fault, type Parsed, pointerTo, shown } from "./fault.ts";
import { LIMITS } from "./limits.ts";
import { parseWith } from "./parse.ts";
import { plainEvent } from "./plain-event.ts";

/** An event to decide, as the outside world sends it to /evaluate and /simulate. Source: contract 5. */

const Text = z.string().max(LIMITS.textLength);

/** With its own offset: without one nobody knows which moment is meant. */
const Instant = z.string().refine((text) => dateForm(text) === "instant", {
  error: ({ input }) => `must be a moment with its offset like "2026-11-20T10:00:00Z", not ${shown(input)}`,
});

/** JSON null says the same as leaving the field out: nothing is known. */
const orNothing = <S extends z.ZodType>(schema: S) => schema.nullish().transform((value) => value ?? undefined);

const BY_INPUT: Partial<Record<FactInput, z.ZodType<string>>> = {
  amount: Amount,
  count: Count,
  quantity: Quantity,
  "date-time": Instant,
};
const fieldFor = (input: FactInput) => orNothing(BY_INPUT[input] ?? Text);

const sent = FACTS.filter((fact) => !("derived" in fact) && !("itemField" in fact));
const ofItems = FACTS.filter((fact) => "itemField" in fact);

type DerivedFactKey = Extract<(typeof FACTS)[number], { derived: true }>["key"];
export type EventFactKey = Exclude<FactKey, DerivedFactKey | `item${string}`>;
export type ItemField = NonNullable<Extract<(typeof FACTS)[number], { itemField: string }>["itemField"]>;

export const Item = z.strictObject(Object.fromEntries(ofItems.map((fact) => [fact.itemField, fieldFor(fact.input)])));
/** One line of an order. `amount`: the line's total before the order's discount, major units, decimal string. */
export type Item = { [field in ItemField]?: string };

const ParamValue = z.union(
  [z.string().max(LIMITS.textLength), z.number(), z.boolean(), z.array(Text).max(LIMITS.listEntries), z.null()],
  {
    error: ({ input }) => `must be text, a number, true or false, or a list of texts, not ${shown(input)}`,
  },
);

const Params = z
  .record(z.string().min(1).max(LIMITS.nameLength), ParamValue)
  .refine(
    (params) => Object.keys(params).length <= LIMITS.paramsPerEvent,
    `holds too many: at most ${LIMITS.paramsPerEvent}`,
  );

const facts = Object.fromEntries(sent.map((fact) => [fact.key, fieldFor(fact.input)]));

const shape = {
  eventType: z.string().min(1).max(LIMITS.nameLength),
  ...facts,
  items: orNothing(z.array(Item).max(LIMITS.itemsPerEvent)),
  params: orNothing(Params),
  explain: orNothing(z.boolean()),
};

/** The body of POST /evaluate. */
export const EvaluateRequest = z.strictObject({ program: z.string().min(1).max(LIMITS.nameLength), ...shape });
/** The `event` of POST /simulate; a program is allowed, so that a body can be pasted, and plays no part. */
export const SimulatedEvent = z.strictObject({ program: orNothing(z.string().max(LIMITS.nameLength)), ...shape });

/** An event whose shape was checked: amounts and counts are decimal strings, what was null or absent is not there. */
export type ConversionEvent = {
  program?: string;
  eventType: string;
  items?: Item[];
  params?: Record<string, FactValue>;
  explain?: boolean;
} & { [key in EventFactKey]?: string };

const withoutNothing = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined && field !== null)) as T;

/** Reads an event; a field that is not known is refused with a suggestion, since a misspelt fact would pay the wrong group. */
export function parseEvent(
  schema: z.ZodType,
  input: unknown,
  base: readonly PropertyKey[] = [],
): Parsed<ConversionEvent> {
  const parsed = parseWith(schema, input, base);
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map((fault) => withHint(fault, base)) };
  const event = withoutNothing(parsed.value as object) as ConversionEvent;
  if (event.items !== undefined) event.items = event.items.map(withoutNothing);
  if (event.params !== undefined) event.params = withoutNothing(event.params);
  const faults = crossFaults(event, base);
  return faults.length === 0 ? { ok: true, value: event } : { ok: false, faults };
}

/** Reads the body of POST /evaluate: what is plainly right at once, all else by the schema. */
export function readEvaluateRequest(input: unknown): Parsed<ConversionEvent> {
  const event = plainEvent(input);
  if (event === undefined) return parseEvent(EvaluateRequest, input);
  const faults = crossFaults(event, []);
  return faults.length === 0 ? { ok: true, value: event } : { ok: false, faults };
}

/** An unknown top-level field: point at the item line or to params where no known field is near. */
function withHint(fault: Fault, base: readonly PropertyKey[]): Fault {
  const match = /^"(.+)" is not known here\.$/.exec(fault.message);
  if (match === null || fault.pointer.split("/").length !== base.length + 2) return fault;
  const fact = factOf(match[1] as string);
  const hint = fact?.past
    ? "It is worked out of what was recorded of the partner."
    : fact?.derived
      ? "It is worked out from occurredAt."
      : fact?.itemField
        ? `It belongs to an item line: items[].${fact.itemField}.`
        : didYouMean(match[1] as string, Object.keys(shape)).trim() || "Anything of your own goes into params.";
  return { ...fault, message: `${fault.message} ${hint}` };
}

/** The discount is spread over the lines, so it cannot be more than they come to. */
function crossFaults(event: ConversionEvent, base: readonly PropertyKey[]): Fault[] {
  const { items, orderDiscount } = event;
  if (orderDiscount === undefined || !items?.length) return [];
  const total = items.reduce((sum, item) => sum.plus(item.amount ?? 0), new Decimal(0));
  if (total.greaterThanOrEqualTo(orderDiscount)) return [];
  return [
    {
      pointer: pointerTo([...base, "orderDiscount"]),
      message: `must not be more than the items come to: ${orderDiscount} is more than ${total.toFixed()}`,
    },
  ];
}
