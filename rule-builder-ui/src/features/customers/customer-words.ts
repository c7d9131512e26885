import type { Customer, LifetimeLimits } from "@firstmatch/shared-types";

/** `3`, or `3 of 10` where orders are limited. */
export const ordersText = ({ orders }: Pick<Customer, "orders">, limits: LifetimeLimits): string =>
  limits.orders === null
    ? orders.toLocaleString("en")
    : `${orders.toLocaleString("en")} of ${limits.orders.toLocaleString("en")}`;

/** Whether the binding has run out: by its months, or by its orders. */
export const isOver = (
  { partner, orders, until }: Pick<Customer, "partner" | "orders" | "until">,
  limits: LifetimeLimits,
  now: number,
): boolean =>
  partner !== null &&
  ((until !== null && Date.parse(until) <= now) || (limits.orders !== null && orders >= limits.orders));
