import { type Cap, capSentence, type LifetimeLimits } from "@firstmatch/shared-types";

/** `at most 100 conversions a day; at most $500.00 of advertiser cost a month, what is left is paid` */
export const capsText = (caps: readonly Cap[], currency: string): string =>
  caps
    .map((cap) => `at most ${capSentence(cap, currency)}${cap.beyond === "pay-rest" ? ", what is left is paid" : ""}`)
    .join("; ") || "none";

/** `12 months or 10 orders` */
export const lifetimeText = ({ months, orders }: LifetimeLimits): string =>
  [counted(months, "month"), counted(orders, "order")].filter((limit) => limit !== undefined).join(" or ") ||
  "no limit";

const counted = (count: number | null, what: string): string | undefined =>
  count === null ? undefined : `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
