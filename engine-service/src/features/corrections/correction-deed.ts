import { fromMinor } from "../../domain/minor-units.ts";
import type { Deed } from "../changes.ts";
import { stateAt } from "../conversions/print-conversion.ts";
import { type Doer, doneBy } from "../doer.ts";
import { whatDiffers } from "../what-differs.ts";
import type { Correction, Kept } from "./correction.ts";

interface Corrected {
  before: Kept;
  after: Kept;
  now: string;
  correction: Correction;
  /** Whose binding ended with it. */
  customer: string | null;
  doer: Doer;
}

/** The history's line about a correction. Amounts in major units of the program's currency, net. */
export function correctionDeed({ before, after, now, correction, customer, doer }: Corrected): Deed {
  const { program, conversion, partner } = before;
  const { reason, sentence } = correction;
  const released = customer === null ? "" : `; the customer ${customer} is bound to nobody by it any more`;
  const differs = whatDiffers(sideOf(before, now), sideOf(after, now));
  return {
    ...doneBy(doer),
    thing: { kind: "conversion", id: conversion, name: conversion },
    program,
    partners: partner === null ? [] : [partner],
    sentence: `${conversion} ${sentence}${reason === null ? "" : `: ${reason}`}${released}`,
    before: differs?.before ?? null,
    after: { ...differs?.after, ...(reason !== null && { reason }) },
  };
}

function sideOf(conversion: Kept, now: string) {
  const { currency, net, payableFrom } = conversion;
  return {
    state: stateAt(conversion, now),
    sale: fromMinor(net.sale, currency),
    payout: fromMinor(net.payout, currency),
    platformFee: fromMinor(net.fee, currency),
    payableFrom,
  };
}
