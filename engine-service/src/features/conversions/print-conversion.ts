import type { Conversion, ConversionDetails, ConversionState, LedgerEntry } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import { reversibleItems } from "../../domain/reversal.ts";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import { eventOf, type MinorAmounts, type StoredConversion, type StoredEntry } from "./conversion-store.ts";
import { reversibleOf } from "./reversible-of.ts";

type Kept = Omit<StoredConversion, "seq">;

export function printConversion(rooms: Rooms, conversion: Kept): Conversion {
  const { decision, currency, partner, status, payableFrom } = conversion;
  const { match } = decision;
  return {
    id: conversion.conversion,
    program: conversion.program,
    eventType: conversion.eventType,
    partner: partner === null ? null : { id: partner, name: nameOf(rooms, partner) },
    ...{ customer: conversion.customer, order: conversion.order, click: conversion.click, door: conversion.door },
    ...{ occurredAt: conversion.occurredAt, recordedAt: conversion.recordedAt },
    state: stateAt(conversion, rooms.now().toISOString()),
    ...{ reason: conversion.reason, rejection: conversion.rejection },
    ...{ terms: conversion.terms, version: conversion.version },
    rule:
      match.kind === "mixed"
        ? { kind: "mixed", id: null, name: null }
        : { kind: match.kind, id: match.id, name: match.name },
    visibility: conversion.private ? "private" : "public",
    currency,
    decided: printAmounts(conversion.decided, currency),
    net: printAmounts(conversion.net, currency),
    payableFrom: status === "payable" ? payableFrom : null,
    ...{ payoutRun: conversion.payoutRun, revision: conversion.revision },
  };
}

/** What has become of it until a moment; that a payout run paid it counts until it is reversed. @param now in UTC */
export function stateAt(
  { status, payoutRun, payableFrom }: Pick<Kept, "status" | "payoutRun" | "payableFrom">,
  now: string,
): ConversionState {
  if (status !== "payable") return status;
  if (payoutRun !== null) return "paid";
  return payableFrom > now ? "pending" : "payable";
}

export async function conversionDetails(rooms: Rooms, conversion: Kept): Promise<ConversionDetails> {
  const { program, conversion: id, currency, decision, why, input } = conversion;
  const entries = await rooms.conversions.entriesOf(program, id);
  return {
    ...printConversion(rooms, conversion),
    ...{ decision, why, input: JSON.parse(input), event: eventOf(conversion) },
    ledger: entries.map((entry) => printEntry(entry, currency)),
    reversibleItems: conversion.status === "payable" ? reversibleItems(reversibleOf(conversion)) : [],
  };
}

const printEntry = (entry: StoredEntry, currency: string): LedgerEntry => ({
  ...{ id: entry._id, kind: entry.kind, at: entry.at, by: entry.by.name, reason: entry.reason },
  payableFrom: entry.payableFrom,
  ...printAmounts(entry, currency),
});

export const printAmounts = ({ sale, payout, fee }: MinorAmounts, currency: string) => ({
  sale: fromMinor(sale, currency),
  payout: fromMinor(payout, currency),
  platformFee: fromMinor(fee, currency),
  advertiserCost: fromMinor(payout + fee, currency),
});
