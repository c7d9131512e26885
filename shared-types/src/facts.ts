/**
 * The fact catalogue: everything a condition can look at. It drives validation, the builder's drop-downs, the tester's
 * form and the API documentation; nothing else lists facts. Source: contract 3.
 */

/** How a fact's value is read. `any` is a `params` fact: there the operator says how. */
export type FactKind = "text" | "number" | "date" | "any";

/** What a form offers to type the value with; finer than the kind. */
export type FactInput =
  | "text"
  | "amount"
  | "count"
  | "quantity"
  | "date-time"
  | "country"
  | "currency"
  | "weekday"
  | "hour"
  | "url"
  | "partner";

export const FACT_SECTIONS = ["Event", "Partner", "Customer", "Order", "Item", "Traffic"] as const;
export type FactSection = (typeof FACT_SECTIONS)[number];

export interface FactDefinition {
  key: string;
  label: string;
  kind: FactKind;
  input: FactInput;
  section: FactSection;
  /** The name of the field inside an item line; only for facts of items. */
  itemField?: "sku" | "name" | "category" | "brand" | "quantity" | "amount";
  /** Worked out, from `occurredAt` or of what was recorded; cannot be sent. */
  derived?: true;
  /** Worked out of what was recorded of the event's partner in the program before it, without what was reversed. */
  past?: true;
  help?: string;
  example?: string;
  /** The only values it can have. */
  choices?: readonly string[];
}

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export const FACTS = [
  { key: "partnerId", label: "Partner", kind: "text", input: "partner", section: "Partner", example: "p-7" },
  {
    key: "source",
    label: "Source",
    kind: "text",
    input: "text",
    section: "Partner",
    help: "The partner's own name for where the traffic came from",
    example: "newsletter",
  },
  { key: "subSource", label: "Subsource", kind: "text", input: "text", section: "Partner", example: "autumn-issue" },
  {
    key: "partnerConversions",
    label: "Partner's conversions in all",
    kind: "number",
    input: "count",
    section: "Partner",
    derived: true,
    past: true,
    help: "Paid ones recorded so far in this program; reversed ones do not count",
    example: "120",
  },
  {
    key: "partnerConversionsThisMonth",
    label: "Partner's conversions this month",
    kind: "number",
    input: "count",
    section: "Partner",
    derived: true,
    past: true,
    help: "Those of the conversion's month, in the program's time zone, recorded so far",
    example: "12",
  },
  {
    key: "partnerConversionsLast30Days",
    label: "Partner's conversions in 30 days",
    kind: "number",
    input: "count",
    section: "Partner",
    derived: true,
    past: true,
    help: "Those of the conversion's day and the 29 before it, recorded so far",
    example: "14",
  },
  {
    key: "partnerRevenue",
    label: "Partner's sales in all",
    kind: "number",
    input: "amount",
    section: "Partner",
    derived: true,
    past: true,
    help: "What the partner's paid conversions came to so far in this program; reversed amounts do not count",
    example: "25000.00",
  },
  {
    key: "partnerRevenueThisMonth",
    label: "Partner's sales this month",
    kind: "number",
    input: "amount",
    section: "Partner",
    derived: true,
    past: true,
    help: "Those of the conversion's month, in the program's time zone, recorded so far",
    example: "10000.00",
  },
  {
    key: "partnerRevenueLast30Days",
    label: "Partner's sales in 30 days",
    kind: "number",
    input: "amount",
    section: "Partner",
    derived: true,
    past: true,
    help: "Those of the conversion's day and the 29 before it, recorded so far",
    example: "11500.00",
  },
  { key: "customerId", label: "Customer id", kind: "text", input: "text", section: "Customer", example: "c-1001" },
  {
    key: "customerStatus",
    label: "Customer status",
    kind: "text",
    input: "text",
    section: "Customer",
    help: "As the program names it, for example New or Existing",
    example: "New",
  },
  {
    key: "customerCountry",
    label: "Customer country",
    kind: "text",
    input: "country",
    section: "Customer",
    example: "US",
  },
  { key: "orderId", label: "Order id", kind: "text", input: "text", section: "Order", example: "o-5001" },
  {
    key: "orderTotal",
    label: "Order total",
    kind: "number",
    input: "amount",
    section: "Order",
    help: "What the customer paid, tax and shipping included",
    example: "250.00",
  },
  {
    key: "orderSubtotal",
    label: "Order subtotal",
    kind: "number",
    input: "amount",
    section: "Order",
    help: "After discount, before tax and shipping; the base of a percent",
    example: "230.00",
  },
  {
    key: "orderDiscount",
    label: "Order discount",
    kind: "number",
    input: "amount",
    section: "Order",
    help: "Spread over the item lines in proportion to their amounts",
    example: "20.00",
  },
  { key: "orderItemCount", label: "Number of items", kind: "number", input: "count", section: "Order", example: "3" },
  { key: "currency", label: "Currency", kind: "text", input: "currency", section: "Order", example: "USD" },
  { key: "paymentMethod", label: "Payment method", kind: "text", input: "text", section: "Order", example: "card" },
  { key: "promoCode", label: "Promo code", kind: "text", input: "text", section: "Order", example: "ANNA10" },
  { key: "itemSku", label: "Item SKU", kind: "text", input: "text", section: "Item", itemField: "sku", example: "S1" },
  {
    key: "itemName",
    label: "Item name",
    kind: "text",
    input: "text",
    section: "Item",
    itemField: "name",
    example: "Trail shoe",
  },
  {
    key: "itemCategory",
    label: "Item category",
    kind: "text",
    input: "text",
    section: "Item",
    itemField: "category",
    example: "Shoes",
  },
  {
    key: "itemBrand",
    label: "Item brand",
    kind: "text",
    input: "text",
    section: "Item",
    itemField: "brand",
    example: "ACME",
  },
  {
    key: "itemQuantity",
    label: "Item quantity",
    kind: "number",
    input: "quantity",
    section: "Item",
    itemField: "quantity",
    example: "2",
  },
  {
    key: "itemAmount",
    label: "Item amount",
    kind: "number",
    input: "amount",
    section: "Item",
    itemField: "amount",
    help: "The line's total, as sent, before the order's discount",
    example: "180.00",
  },
  {
    key: "country",
    label: "Country",
    kind: "text",
    input: "country",
    section: "Traffic",
    help: "Country of the click",
    example: "US",
  },
  { key: "region", label: "Region", kind: "text", input: "text", section: "Traffic", example: "California" },
  { key: "city", label: "City", kind: "text", input: "text", section: "Traffic", example: "Oakland" },
  { key: "carrier", label: "Carrier", kind: "text", input: "text", section: "Traffic", example: "Vodafone" },
  { key: "platform", label: "Platform", kind: "text", input: "text", section: "Traffic", example: "iOS" },
  { key: "device", label: "Device", kind: "text", input: "text", section: "Traffic", example: "mobile" },
  { key: "browser", label: "Browser", kind: "text", input: "text", section: "Traffic", example: "Firefox" },
  { key: "language", label: "Language", kind: "text", input: "text", section: "Traffic", example: "en-US" },
  {
    key: "referralUrl",
    label: "Referral URL",
    kind: "text",
    input: "url",
    section: "Traffic",
    help: "Wildcards are made for it: *facebook* finds it anywhere",
    example: "https://m.facebook.com/p?id=1",
  },
  {
    key: "landingUrl",
    label: "Landing URL",
    kind: "text",
    input: "url",
    section: "Traffic",
    example: "https://shop.example/shoes",
  },
  { key: "clickId", label: "Click id", kind: "text", input: "text", section: "Event", example: "clk-1" },
  {
    key: "occurredAt",
    label: "Occurred at",
    kind: "date",
    input: "date-time",
    section: "Event",
    help: "When it happened; now, when it is not sent",
    example: "2026-11-20T10:00:00Z",
  },
  {
    key: "clickedAt",
    label: "Clicked at",
    kind: "date",
    input: "date-time",
    section: "Event",
    example: "2026-11-19T18:30:00Z",
  },
  {
    key: "dayOfWeek",
    label: "Day of week",
    kind: "text",
    input: "weekday",
    section: "Event",
    derived: true,
    choices: WEEKDAYS,
    help: "In the terms' time zone",
    example: "Monday",
  },
  {
    key: "hourOfDay",
    label: "Hour of day",
    kind: "number",
    input: "hour",
    section: "Event",
    derived: true,
    help: "0 to 23, in the terms' time zone",
    example: "14",
  },
  {
    key: "eventParameter",
    label: "Event parameter",
    kind: "text",
    input: "text",
    section: "Event",
    help: "What the advertiser's postback carries in event_parameter",
    example: "trial",
  },
  {
    key: "postbackPayout",
    label: "Payout in postback",
    kind: "number",
    input: "amount",
    section: "Event",
    help: "What the advertiser's postback says it pays",
    example: "10.00",
  },
  {
    key: "clicks",
    label: "Clicks",
    kind: "number",
    input: "count",
    section: "Event",
    help: "How many clicks this event stands for; 1, when it is not sent",
    example: "7",
  },
  { key: "impressions", label: "Impressions", kind: "number", input: "count", section: "Event", example: "1234" },
] as const satisfies readonly FactDefinition[];

export type FactKey = (typeof FACTS)[number]["key"];

const PARAMS = "params.";

const byKey = new Map<string, FactDefinition>(FACTS.map((fact) => [fact.key, fact]));

/** The fact of that key; `params.<name>` is known for any name. */
export function factOf(key: string): FactDefinition | undefined {
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const name = paramName(key);
  return name ? { key, label: name, kind: "any", input: "text", section: "Event" } : undefined;
}

/** `tier` of `params.tier`; undefined for a catalogue fact. */
export const paramName = (key: string): string | undefined =>
  key.startsWith(PARAMS) ? key.slice(PARAMS.length) : undefined;

/** What a `params` value may be: the caller's own text, number, truth or list of texts. */
export type FactValue = string | number | boolean | readonly string[];
