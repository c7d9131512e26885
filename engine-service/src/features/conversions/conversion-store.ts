import type { ConversionDoor, DatedEvent, Decision, LedgerKind, Reason } from "@firstmatch/shared-types";
import type { SettledLine } from "../../domain/settle.ts";
import type { Recalled } from "../evaluate/evaluate-event.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled } from "../journal/working-set.ts";

/** Whole minor units of the program's currency. */
export interface MinorAmounts {
  sale: number;
  payout: number;
  fee: number;
}

/** Who does something, as it is kept. */
export interface Hand {
  id: string;
  name: string;
}

/** A conversion with the decision that it got. Only the fields at the end change, by corrections. */
export interface StoredConversion extends Journaled {
  program: string;
  /** The caller's id. */
  conversion: string;
  /** Of what was sent, to tell a repetition from another conversion under the same id. */
  fingerprint: string;
  door: ConversionDoor;
  by: Hand;
  recordedAt: string;
  /** In UTC, so that texts compare as moments do. */
  occurredAt: string;
  /** The local day of the program's time zone, "2026-11-21". */
  day: string;
  eventType: string;
  partner: string | null;
  customer: string | null;
  order: string | null;
  click: string | null;
  currency: string;
  terms: string;
  version: number;
  /** Keys of the rules that won something, see rule-key.ts. */
  rules: string[];
  /** The decision's, with what caps and clicks made of it; without trace and calculation unless they were asked for. */
  decision: Decision;
  /** What the decision rests on, a sentence a step. */
  why: string[];
  reason: Reason | null;
  private: boolean;
  /** As it came in, as JSON: its fields may have names that no store takes. */
  input: string;
  /** As it was decided, with the facts of its click; as JSON, see eventOf. */
  event: string;
  /** What the decision asked of what was recorded before it. */
  recalled: Recalled;
  /** Frozen: corrections are made at these amounts. */
  lines: SettledLine[];
  decided: MinorAmounts;
  /** Whether it used up the conversion caps. */
  counted: boolean;
  /** The binding of its customer that it counts as an order of, by id. */
  binding: number | null;

  status: "payable" | "kpi" | "rejected" | "reversed";
  /** What is left of each line. */
  left: MinorAmounts[];
  net: MinorAmounts;
  /** Item lines that were taken back. */
  reversedItems: number[];
  /** Why somebody rejected it. */
  rejection: string | null;
  payableFrom: string;
  /** The finished payout run that paid it. */
  payoutRun: string | null;
  revision: number;
}

/** One entry: it is never changed, and none is ever removed. Amounts are negative where something is taken back or paid out. */
export interface StoredEntry extends Journaled, MinorAmounts {
  program: string;
  partner: string | null;
  /** Null for a bonus and for what a payout run paid. */
  conversion: string | null;
  kind: LedgerKind;
  at: string;
  by: Hand;
  reason: string | null;
  payableFrom: string;
  /** Conversions that it is about, as a payout run counts them: 1, 0, -1. */
  count: number;
}

export const eventOf = ({ event }: Pick<StoredConversion, "event">): DatedEvent => JSON.parse(event);

export const conversionKey = (program: string, conversion: string) => `${program}/${conversion}`;

export type ConversionStore = ReturnType<typeof conversionStore>;

export function conversionStore(journal: Journal) {
  const conversions = journal.shelf<StoredConversion>("conversions", [
    // What lists are sorted by, each beside what they are mostly asked for.
    { fields: ["program", "occurredAt", "_id"] },
    { fields: ["program", "partner", "occurredAt", "_id"] },
    { fields: ["program", "status", "occurredAt", "_id"] },
    { fields: ["program", "net.sale", "_id"] },
    { fields: ["program", "net.payout", "_id"] },
    { fields: ["program", "payoutRun", "_id"] },
    // What some are found by.
    { fields: ["conversion"] },
    { fields: ["partner"] },
    { fields: ["customer"] },
    { fields: ["order"] },
    { fields: ["click"] },
  ]);
  const ledger = journal.shelf<StoredEntry>("ledger", [
    { fields: ["conversion"] },
    { fields: ["program", "payableFrom"] },
    { fields: ["program", "partner", "payableFrom"] },
  ]);
  /** Rules that had their one conversion of a click. */
  const clickUses = journal.shelf<ClickUse>("click-uses");
  return {
    conversions,
    ledger,
    clickUses,

    find: (program: string, conversion: string) =>
      conversions.documents.findOne({ _id: conversionKey(program, conversion) }),

    /** The program that has a conversion of this id, beside this one. */
    async otherProgramOf(program: string, conversion: string): Promise<string | null> {
      const found = await conversions.documents.findOne({ conversion, program: { $ne: program } });
      return found?.program ?? null;
    },

    entriesOf: (program: string, conversion: string) =>
      ledger.documents.find({ program, conversion }, { sort: { _id: 1 } }),
  };
}

export interface ClickUse extends Journaled {
  conversion: string;
}

export const clickUseKey = (program: string, rule: string, click: string) => `${program}/${rule}\n${click}`;

/** Sorts as entries were made: the conversion's number of corrections comes last. */
export const entryKey = (program: string, recordedAt: string, conversion: string, at: number) =>
  `${program}/${recordedAt}/${conversion}/${String(at).padStart(6, "0")}`;
