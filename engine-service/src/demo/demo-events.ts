import type { ConversionEvent, Item } from "@firstmatch/shared-types";
import { Decimal } from "@firstmatch/shared-types";
import type { Chance } from "./chance.ts";

/** What a conversion of the demo says, apart from whose it is and when. */
export type DemoFacts = Pick<ConversionEvent, "eventType"> & Partial<ConversionEvent>;

const GOODS = [
  { name: "Trail shoe", category: "Shoes", brand: "Roadrunning", from: 60, to: 140 },
  { name: "Hiking boot", category: "Boots", brand: "ACME", from: 90, to: 210 },
  { name: "Alpine jacket", category: "Jackets", brand: "ACME", from: 120, to: 260 },
  { name: "Rain shell", category: "ACME", brand: "ACME", from: 70, to: 130 },
  { name: "Running vest", category: "Roadrunning", brand: "Roadrunning", from: 25, to: 60 },
  { name: "Wool hat", category: "Hats", brand: "Fellgate", from: 15, to: 35 },
  { name: "Two-person tent", category: "Tents", brand: "Fellgate", from: 140, to: 320 },
  { name: "Gift card", category: "Gift cards", brand: "ACME", from: 25, to: 100 },
];
const SHIPPING = "6.95";

const itemsOf = (random: Chance): Item[] =>
  Array.from(
    {
      length: random.weighted([
        [5, 1],
        [3, 2],
        [1, 3],
      ]),
    },
    () => {
      const { name, category, brand, from, to } = random.of(GOODS);
      const quantity = random.weighted([
        [6, 1],
        [1, 2],
      ]);
      const amount = new Decimal(random.amount(from, to)).times(quantity).toFixed(2);
      return {
        sku: name.toUpperCase().replaceAll(/[^A-Z]+/g, "-"),
        name,
        category,
        brand,
        quantity: String(quantity),
        amount,
      };
    },
  );

const customer = (random: Chance): Partial<ConversionEvent> =>
  random.percent(45)
    ? { customerId: `cu-${random.between(1000, 9999)}`, customerStatus: "New" }
    : { customerId: `cu-${random.between(100, 160)}`, customerStatus: "Existing" };

function sale(random: Chance, nth: number): DemoFacts {
  const order = { eventType: "sale", orderId: `o-${5000 + nth}`, ...customer(random) };
  if (random.percent(45)) return { ...order, orderTotal: random.amount(20, 420) };
  const items = itemsOf(random);
  const sum = items.reduce((total, { amount = "0" }) => total.plus(amount), new Decimal(0));
  const discount = random.percent(20) ? sum.times("0.1").toDecimalPlaces(2) : new Decimal(0);
  const orderSubtotal = sum.minus(discount).toFixed(2);
  const orderTotal = new Decimal(orderSubtotal).plus(SHIPPING).toFixed(2);
  return {
    ...order,
    items,
    orderSubtotal,
    orderTotal,
    ...(discount.isZero() ? {} : { orderDiscount: discount.toFixed(2) }),
  };
}

const marketplaceSale = (random: Chance, nth: number): DemoFacts => ({
  ...{ eventType: "marketplace-sale", orderId: `m-${nth}`, ...customer(random), items: itemsOf(random) },
});

/** Some from the US come without what the advertiser pays, and are refused. */
const lead = (random: Chance): DemoFacts => ({
  eventType: "lead",
  country: random.of(["US", "US", "CA", "GB", "DE"]),
  ...(random.percent(40) && { eventParameter: "trial" }),
  ...(random.percent(85) && { postbackPayout: random.amount(6, 14) }),
});

const subscription = (random: Chance): DemoFacts => ({
  eventType: "subscription",
  ...{ customerId: `sub-${random.between(1, 14)}`, orderTotal: "39.00" },
});

const MAKERS: readonly (readonly [number, (random: Chance, nth: number) => DemoFacts])[] = [
  [56, sale],
  [8, marketplaceSale],
  [11, lead],
  [8, () => ({ eventType: "newsletter" })],
  [5, subscription],
  [
    5,
    (random) => ({ eventType: "install", platform: random.of(["iOS", "Android"]), country: random.of(["US", "CA"]) }),
  ],
  [4, (random) => ({ eventType: "click", clicks: String(random.between(20, 90)) })],
  [3, (random) => ({ eventType: "impression", impressions: String(random.between(2_000, 9_000)) })],
];

/** @param nth makes ids of orders unique */
export const demoEvent = (random: Chance, nth: number): DemoFacts => random.weighted(MAKERS)(random, nth);
