import { type DatedEvent, Decimal, type Item, minorUnit } from "@firstmatch/shared-types";
import { spread } from "./spread.ts";

/** What a percent is taken of, and the words for it in the explanation. Major units, exact. */
export interface Base {
  amount: Decimal;
  source: string;
}

/**
 * Each item's net amount: as sent, less its part of the order's discount. Null where the item carries no amount.
 * The parts of the discount add up to it exactly. Source: contract 4.
 */
export function netAmounts(event: DatedEvent, currency: string): (Base | null)[] {
  const items = event.items ?? [];
  const amounts = items.map((item) => new Decimal(item.amount ?? 0));
  const discount = new Decimal(event.orderDiscount ?? 0);
  const parts = discount.isZero() ? [] : spread(discount, amounts, minorUnit(currency));
  return items.map((item: Item, index) => {
    if (item.amount === undefined) return null;
    const amount = amounts[index] as Decimal;
    const part = parts[index];
    if (part === undefined || part.isZero()) return { amount, source: "the item's amount" };
    const source = `the item's amount ${item.amount} less ${part.toFixed()} of the order's discount`;
    return { amount: amount.minus(part), source };
  });
}

/**
 * The base of the whole order: the subtotal, else the total, else what the items come to. Null when none was sent.
 *
 * @param netOf the items' net amounts, which take a while and are seldom asked for
 */
export function orderBase(event: DatedEvent, netOf: () => readonly (Base | null)[]): Base | null {
  if (event.orderSubtotal !== undefined)
    return { amount: new Decimal(event.orderSubtotal), source: "the order's subtotal" };
  if (event.orderTotal !== undefined) return { amount: new Decimal(event.orderTotal), source: "the order's total" };
  const net = netOf();
  if (net.length === 0 || net.some((line) => line === null)) return null;
  return {
    amount: net.reduce((sum, line) => sum.plus(line?.amount ?? 0), new Decimal(0)),
    source: "what the items come to, net",
  };
}
