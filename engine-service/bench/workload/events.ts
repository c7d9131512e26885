import type { Condition, PayoutGroup } from "@firstmatch/shared-types";
import { type Chance, chance } from "#engine/demo/chance";
import {
  BRANDS,
  CATEGORIES,
  COUNTRIES,
  DEVICES,
  HIGHEST_TOTAL,
  PARTNERS,
  PROMO_CODES,
  SITES,
  STATUSES,
  siteUrl,
  YEAR,
} from "./words.ts";

/** An order with one item line, as a shop sends it to POST /evaluate: some 20 fields, some 600 bytes. */
export interface OrderEvent {
  program: string;
  eventType: "sale";
  occurredAt: string;
  partnerId: string;
  customerId: string;
  customerStatus: string;
  orderId: string;
  orderTotal: string;
  orderSubtotal: string;
  currency: "USD";
  promoCode?: string;
  country: string;
  device: string;
  browser: string;
  language: string;
  referralUrl: string;
  items: [{ sku: string; name: string; category: string; brand: string; quantity: string; amount: string }];
}

/** In a hundred events, how many are made to meet the criteria of some group, each as likely as any other. */
const AIMED = 60;

/** The same for the same seed. Those that no group is meant for may meet one by chance. */
export function eventsFor(groups: readonly PayoutGroup[], count: number, seed: string): OrderEvent[] {
  const by = chance(`events ${count} ${seed}`);
  return Array.from({ length: count }, (_, at) => {
    const event = anyEvent(by, at);
    if (groups.length > 0 && by.percent(AIMED))
      for (const node of by.of(groups).conditions.all) meet(event, node as Condition, by);
    return event;
  });
}

function anyEvent(by: Chance, at: number): OrderEvent {
  const total = by.amount(5, HIGHEST_TOTAL);
  return {
    program: "bench",
    eventType: "sale",
    occurredAt: new Date(Date.UTC(YEAR, 0, 1) + by.between(0, 364 * 86_400) * 1_000).toISOString(),
    partnerId: by.of(PARTNERS),
    customerId: `c-${by.between(1, 100_000)}`,
    customerStatus: by.of(STATUSES),
    orderId: `o-${at + 1}`,
    ...{ orderTotal: total, orderSubtotal: total, currency: "USD" },
    ...(by.percent(12) && { promoCode: by.of(PROMO_CODES) }),
    country: by.of(COUNTRIES),
    device: by.of(DEVICES),
    ...{ browser: "Firefox", language: "en-US" },
    referralUrl: siteUrl(by.of(SITES), by.between(1, 9_999)),
    items: [
      {
        sku: `S${by.between(1, 5_000)}`,
        name: "Something nice",
        category: by.of(CATEGORIES),
        brand: by.of(BRANDS),
        quantity: `${by.between(1, 3)}`,
        amount: total,
      },
    ],
  };
}

/** Changes what the condition looks at, so that it holds. */
function meet(event: OrderEvent, { fact, value }: Condition, by: Chance): void {
  const [first, last = first] = value as readonly [string, string?];
  const item = event.items[0];
  if (fact === "itemBrand") item.brand = first;
  else if (fact === "itemCategory") item.category = first;
  else if (fact === "referralUrl") event.referralUrl = siteUrl(/blog\d+/.exec(first)?.[0] as string, by.between(1, 99));
  else if (fact === "occurredAt") event.occurredAt = `${by.percent(50) ? first : last}T15:30:00.000Z`;
  else if (fact === "orderTotal") {
    const [from, to] = typeof value === "string" ? [value, `${HIGHEST_TOTAL}`] : [first, last];
    event.orderTotal = by.amount(Number(from), Math.min(HIGHEST_TOTAL, Math.floor(Number(to))));
    event.orderSubtotal = event.orderTotal;
    item.amount = event.orderTotal;
  } else Object.assign(event, { [fact]: first });
}
