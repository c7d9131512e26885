import { z } from "zod";
import { Amount } from "./amount.ts";
import type { Decision } from "./decision.ts";
import { EvaluateRequest } from "./event.ts";
import { Day, Id, Instant, Moment } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { alsoCheck } from "./refine.ts";

/** A conversion: one event that was recorded and decided. Amounts are decimal strings in major units of its currency. */

/** The body of POST /conversions: that of /evaluate, and the caller's id of the conversion. */
export const NewConversion = EvaluateRequest.extend({ conversionId: Id });

/** How it came in. */
export const CONVERSION_DOORS = ["api", "postback", "import", "hand", "demo"] as const;
export type ConversionDoor = (typeof CONVERSION_DOORS)[number];

/**
 * What became of it. `rejected`: by the decision, or by hand. `pending`: until its holding days are over or somebody
 * approves it. `payable`: the next payout run pays it. `paid`: a payout run did. `reversed`: nothing of it is left.
 */
export const CONVERSION_STATES = ["pending", "payable", "paid", "reversed", "rejected", "kpi"] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];

/** Amounts of one party each. Always advertiserCost = payout + platformFee. */
const Amounts = z.object({ sale: z.string(), payout: z.string(), platformFee: z.string(), advertiserCost: z.string() });

/** One entry of the ledger, which only grows: what a conversion earned, what a correction took back, what was paid out. */
export const LEDGER_KINDS = ["earned", "reversed", "rejected", "approved", "bonus", "paid"] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
export const LedgerEntry = Amounts.extend({
  id: z.string(),
  kind: z.enum(LEDGER_KINDS),
  at: Instant,
  by: z.string(),
  reason: z.string().nullable(),
  /** From when on a payout run pays it. */
  payableFrom: Instant,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const Conversion = z.object({
  id: z.string(),
  program: z.string(),
  eventType: z.string(),
  partner: z.object({ id: z.string(), name: z.string() }).nullable(),
  customer: z.string().nullable(),
  order: z.string().nullable(),
  click: z.string().nullable(),
  door: z.enum(CONVERSION_DOORS),
  occurredAt: Instant,
  recordedAt: Instant,
  state: z.enum(CONVERSION_STATES),
  /** Why it was rejected, a code of the decision; null where it was not, or by hand. */
  reason: z.string().nullable(),
  /** What was written when somebody rejected it. */
  rejection: z.string().nullable(),
  terms: z.string(),
  version: z.int(),
  /** The rule that paid: a group's name, a personal payout's title; null for the default payout and for several rules. */
  rule: z.object({
    kind: z.enum(["personal", "group", "default", "mixed"]),
    id: z.string().nullable(),
    name: z.string().nullable(),
  }),
  visibility: z.enum(["public", "private"]),
  currency: z.string(),
  /** As decided. `sale`: what a percent is taken of; "0.00" where the event carries no amount. */
  decided: Amounts,
  /** What is left after corrections. */
  net: Amounts,
  payableFrom: Instant.nullable(),
  /** The payout run that paid it. */
  payoutRun: z.string().nullable(),
  /** Goes up by one with every correction; the ETag. */
  revision: z.int(),
});
export type Conversion = z.infer<typeof Conversion>;

/** One conversion with everything that is known of it. */
export interface ConversionDetails extends Conversion {
  decision: Decision;
  /** Why this rule and these amounts, a sentence a step. */
  why: string[];
  /** As it came in. */
  input: unknown;
  /** As it was decided: what came in, and the facts of its click. */
  event: Record<string, unknown>;
  ledger: LedgerEntry[];
  /** Item lines that can still be reversed, by index. */
  reversibleItems: number[];
}

/** Which conversions a list or an export shows; everything given must hold. */
export const ConversionFilter = z.strictObject({
  /** Days of the program's time zone, both included: "2026-11-01". */
  from: Day.optional(),
  until: Day.optional(),
  partner: z.string().optional(),
  state: z.enum(CONVERSION_STATES).optional(),
  eventType: z.string().optional(),
  /** A group's or personal payout's id; "default" for default payouts. */
  rule: z.string().optional(),
  /** An id of a conversion, an order, a click or a customer, exactly. */
  search: z.string().max(LIMITS.nameLength).optional(),
});
export type ConversionFilter = z.infer<typeof ConversionFilter>;

export const CONVERSION_SORTS = ["occurredAt", "sale", "payout"] as const;
/** A leading minus: the largest, or newest, first. */
export const ConversionSort = z.enum([...CONVERSION_SORTS, ...CONVERSION_SORTS.map((by) => `-${by}` as const)]);
export type ConversionSort = z.infer<typeof ConversionSort>;

const Reason = z.string().trim().min(1).max(LIMITS.noteLength);

export const RejectConversion = z.strictObject({ reason: Reason });
export type RejectConversion = z.infer<typeof RejectConversion>;

/** Whole where neither is given; `amount`: of the sale, in major units; `items`: indexes of item lines. */
export const ReverseConversion = alsoCheck(
  z.strictObject({
    amount: Amount.optional(),
    items: z.array(z.int().min(0)).min(1).max(LIMITS.itemsPerEvent).optional(),
    reason: Reason,
  }),
  ({ amount, items }, complain) => {
    if (amount !== undefined && items !== undefined)
      complain([], "names an amount and items; send one of them, or neither for all of it");
  },
);
export type ReverseConversion = z.infer<typeof ReverseConversion>;

/** What an import found in one line of the file. `line` counts from 1, the heading of a CSV file among them. */
export const ImportFault = z.object({ line: z.int(), pointer: z.string(), message: z.string() });
export const ImportReport = z.object({
  dryRun: z.boolean(),
  lines: z.int(),
  /** New, by the decision's status, and those that were recorded already. */
  counts: z.object({ payable: z.int(), rejected: z.int(), kpi: z.int(), repeated: z.int(), faulty: z.int() }),
  /** Of the new ones that are rejected: the codes of decisions, the most frequent first. */
  rejections: z.array(z.object({ reason: z.string(), count: z.int() })),
  payout: z.string(),
  advertiserCost: z.string(),
  currency: z.string(),
  /** The first ones; `counts.faulty` tells how many lines have some. */
  faults: z.array(ImportFault),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** A customer, and the partner whose lifetime payout its purchases are. */
export const Customer = z.object({
  id: z.string(),
  program: z.string(),
  partner: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** When the purchase occurred that bound it, or somebody did. */
  boundAt: Instant.nullable(),
  /** The conversion that bound it; null where it was done by hand. */
  conversion: z.string().nullable(),
  /** Purchases paid by the binding, the first one among them. */
  orders: z.int(),
  /** When the program's limit of months ends it; null without one. */
  until: Instant.nullable(),
  revision: z.int(),
});
export type Customer = z.infer<typeof Customer>;

/** Binds a customer to a partner, from now on or from a moment before; null: to nobody. The reason stands in the history. */
export const CustomerChange = z.strictObject({
  partner: Id.nullable(),
  boundAt: Moment.optional(),
  reason: Reason.optional(),
});
export type CustomerChange = z.infer<typeof CustomerChange>;

/** Binds a customer whom no purchase has bound yet. */
export const NewCustomer = CustomerChange.extend({ customer: Id, partner: Id });
export type NewCustomer = z.infer<typeof NewCustomer>;
