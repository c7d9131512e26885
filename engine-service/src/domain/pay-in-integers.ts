import {
  type Commission,
  type DatedEvent,
  minorUnit,
  type Payout,
  paysTraffic,
  type Terms,
} from "@firstmatch/shared-types";
import { readUnits } from "./minor-units.ts";

/** Amounts in whole minor units of the terms' currency. */
export interface WholeAmounts {
  payout: number;
  advertiserCost: number;
}

/** @param revenueShare percent of the partner's profile; null when it has none */
export type IntegerPayer = (event: DatedEvent, revenueShare: string | null) => WholeAmounts | undefined;

/**
 * Pays a whole order by one rule in plain Numbers, some thirty times as fast as decimals. Before an amount is rounded it
 * is a whole number of millionths of a minor unit, and as long as that is below 2^53 each step is exact; what is finer,
 * larger, rejected or paid by goals is left to payLine, whose answer it would be to the last digit. What is not known
 * exactly is NaN, and so is all that is worked out of it.
 *
 * The payer gives undefined for an event that it leaves to payLine; null: it would leave all events of this payout.
 */
export function integerPayer(
  payout: Payout,
  { currency, rounding }: Pick<Terms, "currency" | "rounding">,
): IntegerPayer | null {
  const digits = minorUnit(currency);
  const round = rounding === "half-even" ? roundHalfEven : roundHalfUp;
  const { mode, modifier = "100", margin = "0" } = payout.postback ?? { mode: "ignored" };
  const [ofReceived, ofCost] = [readUnits(modifier, PERCENT_DIGITS), readUnits(margin, PERCENT_DIGITS)];
  const min = payout.min === undefined ? 0 : readUnits(payout.min, digits);
  const max = payout.max === undefined ? Number.POSITIVE_INFINITY : readUnits(payout.max, digits);

  const { model, advertiser, platform } = payout;
  const hasGoals = (payout.goals ?? []).length > 0;
  const byShare = payout.overrideRevenueShare === false;
  const costIsSaid = advertiser !== undefined;
  const partnerRate = rateOf(payout.partner, model, digits);
  const other = costIsSaid ? advertiser : platform;
  const otherRate = rateOf(other, model, digits);
  /** The sum of what partner and platform are owed is rounded once where the partner gets a share of it. */
  const costRate = byShare && !costIsSaid ? sumOf(partnerRate, otherRate) : otherRate;
  const usesBase = [payout.partner, other].some((commission) => commission?.percent !== undefined);
  const constants = [ofReceived, ofCost, min, max, ...Object.values(partnerRate), ...Object.values(costRate)];
  if (constants.some(Number.isNaN)) return null;

  const shareOf = (amount: number, share: string | null) =>
    share === null ? Number.NaN : round(amount * readUnits(share, PERCENT_DIGITS));

  return (event, revenueShare) => {
    const received = mode === "ignored" ? undefined : event.postbackPayout;
    let paid: number;
    let advertiserCost: number;
    if (received !== undefined) {
      advertiserCost = round(readUnits(received, digits) * ofReceived);
      paid = byShare ? shareOf(advertiserCost, revenueShare) : advertiserCost - round(advertiserCost * ofCost);
    } else {
      if (mode === "required" || (hasGoals && event.items !== undefined)) return undefined;
      const base = usesBase ? baseOf(event, digits) : 0;
      const count = countOf(event, model);
      advertiserCost = round(base * costRate.ofBase + count * costRate.each);
      if (byShare) paid = shareOf(advertiserCost, revenueShare);
      else paid = round(base * partnerRate.ofBase + count * partnerRate.each);
    }
    const costIsGiven = received !== undefined || byShare || costIsSaid;
    const bounded = paid > max ? max : paid < min ? min : paid;
    if (!costIsGiven) advertiserCost += bounded;
    return bounded <= advertiserCost && advertiserCost <= Number.MAX_SAFE_INTEGER
      ? { payout: bounded, advertiserCost }
      : undefined;
  };
}

const MILLION = 1_000_000;
/** A percent in millionths has four digits after the point: 7.5 % is 75,000 of a million. */
const PERCENT_DIGITS = 4;

/** Millionths owed for each minor unit of the base, and for each thing counted: the order, its clicks or impressions. */
interface Rate {
  ofBase: number;
  each: number;
}

function rateOf(commission: Commission | undefined, model: Payout["model"], digits: number): Rate {
  const { percent, fixed = "0" } = commission ?? {};
  if (percent !== undefined) return { ofBase: readUnits(percent, PERCENT_DIGITS), each: 0 };
  // Of one impression only a thousandth of the amount is owed.
  return { ofBase: 0, each: readUnits(fixed, digits + (model === "CPM" ? 3 : 6)) };
}

const sumOf = (one: Rate, other: Rate): Rate => ({
  ofBase: one.ofBase + other.ofBase,
  each: one.each + other.each,
});

/** In minor units: the subtotal, else the total, else what the items come to, net: the discount is spread over all of them. */
function baseOf({ orderSubtotal, orderTotal, items, orderDiscount }: DatedEvent, digits: number): number {
  const sent = orderSubtotal ?? orderTotal;
  if (sent !== undefined) return readUnits(sent, digits);
  if (items === undefined || items.length === 0) return Number.NaN;
  let sum = orderDiscount === undefined ? 0 : -readUnits(orderDiscount, digits);
  for (const { amount } of items) sum += amount === undefined ? Number.NaN : readUnits(amount, digits);
  return sum >= 0 ? sum : Number.NaN;
}

function countOf({ clicks, impressions }: DatedEvent, model: Payout["model"]): number {
  if (!paysTraffic(model)) return 1;
  const counted = model === "CPC" ? (clicks ?? "1") : impressions;
  return counted === undefined ? Number.NaN : readUnits(counted, 0);
}

/** From millionths; NaN from 2^53 on. Below it, the floor of a quotient of two whole numbers is exact. */
function roundHalfUp(millionths: number): number {
  if (!(millionths <= Number.MAX_SAFE_INTEGER)) return Number.NaN;
  const whole = Math.floor(millionths / MILLION);
  return (millionths - whole * MILLION) * 2 >= MILLION ? whole + 1 : whole;
}

function roundHalfEven(millionths: number): number {
  const rounded = roundHalfUp(millionths);
  return rounded % 2 !== 0 && rounded * MILLION - millionths === MILLION / 2 ? rounded - 1 : rounded;
}
