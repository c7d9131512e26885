import { z } from "zod";
import type { ItemField } from "./event.ts";
import { FACTS, type FactDefinition, type FactKey } from "./facts.ts";
import { Instant } from "./fields.ts";
import { Problem } from "./problem.ts";

/**
 * What a tracker may write into the query of /postback, and which field of a conversion each of it is. The one table:
 * it reads postbacks, and documents them on screen and in the API.
 */
export interface PostbackParameter {
  name: string;
  /** Another name that trackers use for it. */
  alias?: string;
  /** Of the conversion, as POST /conversions takes it. */
  field: string;
  /** A field of the one item line; `field` is "items" then. */
  item?: ItemField;
  label: string;
  help?: string;
  example?: string;
}

/** Facts that trackers call otherwise than we do; their own name is an alias then. */
const CALLED: Partial<Record<FactKey, string>> = {
  partnerId: "partner",
  orderTotal: "amount",
  orderSubtotal: "subtotal",
  orderDiscount: "discount",
  orderItemCount: "item_count",
  postbackPayout: "payout",
};

const inSnakeCase = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function parameterOf({ key, label, help, example, itemField }: FactDefinition): PostbackParameter {
  const own = inSnakeCase(key);
  const called = CALLED[key as FactKey];
  return {
    ...(called === undefined ? { name: own } : { name: called, alias: own }),
    ...(itemField === undefined ? { field: key } : { field: "items", item: itemField }),
    label,
    ...(help !== undefined && { help }),
    ...(example !== undefined && { example }),
  };
}

export const POSTBACK_PARAMETERS: readonly PostbackParameter[] = [
  { name: "program", field: "program", label: "Program", help: "Its id; always needed", example: "acme" },
  {
    name: "event",
    alias: "event_type",
    field: "eventType",
    label: "Event type",
    help: "As its key stands in the terms; always needed",
    example: "sale",
  },
  {
    name: "conversion_id",
    alias: "transaction_id",
    field: "conversionId",
    label: "Conversion id",
    help: "The tracker's own, different for every conversion. Without it the order id tells one from another, without that all the postback says",
    example: "c-1001",
  },
  ...(FACTS as readonly FactDefinition[]).filter(({ derived }) => !derived).map(parameterOf),
  {
    name: "items",
    field: "items",
    label: "Item lines",
    help: "Of an order with several: a JSON list, as POST /conversions takes it. The item_… parameters make up a single line",
    example: '[{"sku":"S1","quantity":"2","amount":"180.00"}]',
  },
];

/** What stands before the name of a fact of one's own: `params.tier`, or `p_tier` where the tracker takes no dots. */
export const POSTBACK_PREFIXES = ["params.", "p_"] as const;

/** The query parameter that carries a key, for trackers that can send no header. */
export const POSTBACK_KEY = "key";

/** Refused postbacks that are kept, the newest of all programs. */
export const REFUSED_POSTBACKS_KEPT = 1_000;

/** A postback that was refused: what came, and why. The same again is counted, not listed twice. */
export const RefusedPostback = z.object({
  id: z.string(),
  /** The program that it names; null where it names none that is known. */
  program: z.string().nullable(),
  /** The last time, and the first. */
  at: Instant,
  firstAt: Instant,
  times: z.int(),
  method: z.enum(["GET", "POST"]),
  /** The key that it came with, by name. */
  by: z.string(),
  /** As they came, without the key; long values are cut. */
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  /** As text, where it could not be read as parameters. */
  body: z.string().nullable(),
  problem: Problem,
});
export type RefusedPostback = z.infer<typeof RefusedPostback>;
