import { Decimal, minorUnit, type ReverseConversion } from "@firstmatch/shared-types";
import { toMinor } from "../../domain/minor-units.ts";
import { type Asked, reversal } from "../../domain/reversal.ts";
import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { MinorAmounts } from "../conversions/conversion-store.ts";
import { reversibleOf } from "../conversions/reversible-of.ts";
import { sumOf } from "../conversions/tallied-conversion.ts";
import type { Doer } from "../doer.ts";
import { correctConversion, type Place } from "./correct-conversion.ts";
import type { Kept } from "./correction.ts";
import { amountIn } from "./words.ts";

/** Takes back a conversion, whole or in part, at the amounts that were frozen with it. */
export const reverseConversion = (rooms: Rooms, place: Place, asked: ReverseConversion, doer: Doer) =>
  correctConversion(rooms, place, doer, (conversion) => {
    const done = reversal(reversibleOf(conversion), askedOf(asked, conversion.currency));
    if (!done.ok) throw fault(done.pointer, done.message);
    const { taken, reversedItems, whole } = done;
    return {
      kind: "reversed",
      set: { reversedItems, ...(whole && { status: "reversed" }) },
      taken,
      reason: asked.reason,
      sentence: sentenceOf(conversion, asked, sumOf(taken), whole),
    };
  });

function askedOf({ amount, items }: ReverseConversion, currency: string): Asked {
  if (items !== undefined) return { items };
  if (amount === undefined) return "whole";
  const digits = minorUnit(currency);
  if (new Decimal(amount).decimalPlaces() > digits)
    throw fault("/amount", `must have at most ${digits} digits after the point, as ${currency} has, not ${amount}`);
  return { amount: toMinor(amount, currency) };
}

function sentenceOf(conversion: Kept, { items }: ReverseConversion, taken: MinorAmounts, whole: boolean): string {
  const payout = `${amountIn(conversion, taken.payout)} of payout is taken back`;
  if (whole) return `is reversed whole, ${payout}`;
  const part = `${amountIn(conversion, taken.sale)} of its sale`;
  if (items === undefined) return `is reversed in part, ${part}, ${payout}`;
  const named = items.map((item) => `item ${item + 1}`).join(", ");
  return `is reversed in part, ${named}, ${part}, ${payout}`;
}
