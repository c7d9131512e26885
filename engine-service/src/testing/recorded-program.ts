import type { Terms } from "@firstmatch/shared-types";
import fc from "fast-check";
import { sent } from "./crowded-program.ts";
import { ifMatch, STANDARD, startService } from "./test-service.ts";

const PROGRAM = "/api/programs/acme";
export const ZONE = "America/New_York";
export const PARTNERS = ["p-1", "p-2", "p-3"];

const pays = (partner: string, setup: object = {}) => ({
  payout: { model: "CPS" as const, partner: { percent: partner }, platform: { percent: "3" } },
  setup,
});
const group = (id: string, name: string, fact: string, value: string, params: object) => ({
  ...{ id, name },
  conditions: { all: [{ fact, operator: "isAnyOf" as const, value: [value] }] },
  event: { type: "payout" as const, params },
});

/** Every kind of rule and level, some private. @param hats how private payouts for hats are */
const terms = (hats: "private" | "public"): Terms =>
  ({
    ...{ schema: "firstmatch/terms@1", name: "Standard", currency: "USD", timezone: ZONE },
    events: [
      {
        ...{ type: "sale", name: "Sale", level: "order", default: pays("10") },
        groups: [
          group("secret", "Hidden launch", "source", "launch", pays("20", { visibility: "private" })),
          group("new", "New customers", "customerStatus", "New", pays("12.5", { recurrent: false })),
          { ...group("off", "Switched off", "source", "newsletter", pays("50")), enabled: false },
          group("idle", "Never asked for", "source", "nobody", pays("50")),
        ],
      },
      {
        ...{ type: "basket", name: "Basket", level: "item", default: pays("4") },
        groups: [
          group("shoes", "Shoes", "itemCategory", "Shoes", pays("8")),
          group("hats", "Hats", "itemCategory", "Hats", pays("5", { visibility: hats })),
        ],
      },
      {
        ...{ type: "visit", name: "Visit", level: "order" },
        default: { payout: { model: "CPA", partner: { fixed: "1" } }, setup: { classification: "kpi" } },
      },
    ],
  }) as never;

export interface Sale {
  partner: string | null;
  type: "sale" | "basket" | "visit";
  source: string;
  customer: "New" | "Existing";
  click: string | null;
  /** Minutes after local midnight of the first of October, New York: into the hour that comes twice, and beyond. */
  minutes: number;
  cents: number;
}
export type Step =
  | { do: "record"; sale: Sale }
  | { do: "approve" | "reject" | "whole"; pick: number }
  | { do: "part"; pick: number; cents: number }
  | { do: "items"; pick: number; items: number[] }
  | { do: "pay" };

const sale: fc.Arbitrary<Sale> = fc.record({
  partner: fc.constantFrom(...PARTNERS, null),
  type: fc.constantFrom("sale", "sale", "basket", "basket", "visit"),
  source: fc.constantFrom("launch", "newsletter", "deal", "search"),
  customer: fc.constantFrom("New", "Existing"),
  click: fc.constantFrom(null, "k-1", "k-2"),
  minutes: fc.oneof(
    fc.nat(50 * 1_440),
    fc.constantFrom(0, 1_439, 1_440, 31 * 1_440 + 60, 31 * 1_440 + 119, 31 * 1_440 + 180),
  ),
  cents: fc.integer({ min: 1, max: 90_000 }),
});
const pick = fc.nat(1_000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: sale.map((sale) => ({ do: "record" as const, sale })) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom("approve" as const, "reject" as const, "whole" as const), pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("part" as const), pick, cents: fc.integer({ min: 1, max: 40_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("items" as const),
      pick,
      items: fc.uniqueArray(fc.nat(2), { minLength: 1 }),
    }),
  },
);
export const steps = fc.array(step, { minLength: 30, maxLength: 50, size: "max" });

/** Midnight of the first of October 2026 in New York. */
const START = Date.parse("2026-10-01T04:00:00.000Z");

/** A program in New York with three members, and what its tests do to it. */
export async function recordedProgram(options: Parameters<typeof startService>[0] = {}) {
  const service = await startService(options);
  const { send, rooms, clock } = service;
  await sent(send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone: ZONE }));
  const budget = { measure: "revenue", per: "day", limit: "120", beyond: "pay-rest" };
  const { revision } = (await send("GET", PROGRAM)).body;
  await sent(send("PATCH", PROGRAM, { holdingDays: 14, caps: [budget] }, ifMatch(revision)));
  for (const partner of PARTNERS) {
    await sent(send("POST", "/api/partners", { id: partner, name: `Partner ${partner}` }));
    await sent(send("POST", `${PROGRAM}/members`, { partner }));
  }
  const save = async (hats: "private" | "public"): Promise<number> => {
    const { revision } = (await send("GET", `${STANDARD}/draft`)).body;
    return (await sent(send("PUT", `${STANDARD}/draft`, terms(hats), ifMatch(revision)))).body.revision;
  };
  const publish = async (hats: "private" | "public") => {
    const draft = await save(hats);
    await sent(send("POST", `${STANDARD}/publish`, { author: "Ana", note: "" }, ifMatch(draft)));
    clock.advance(1);
  };
  // The personal payouts that stand beside the first version hold for all time before it as well.
  await save("private");
  const { name: _, ...deal } = group("deal", "Deal", "source", "deal", pays("15"));
  await sent(
    send("POST", `${STANDARD}/events/sale/personal-payouts`, { ...deal, title: "Deal of one", partners: ["p-1"] }),
  );
  clock.advance(1);
  await publish("private");

  const ids: string[] = [];
  const record = async ({ partner, type, source, customer, click, minutes, cents }: Sale) => {
    const id = `c/${ids.length + 1}`;
    const amount = (of: number) => (of / 100).toFixed(2);
    const items = [
      { sku: "s", category: "Shoes", quantity: 1, amount: amount(cents) },
      { sku: "h", category: "Hats", quantity: 2, amount: amount(Math.ceil(cents / 3)) },
      { sku: "x", category: "Socks", quantity: 1, amount: amount(7) },
    ];
    const reply = await send("POST", "/conversions", {
      ...{ conversionId: id, program: "acme", eventType: type, source, customerStatus: customer },
      ...{ orderId: `o-${ids.length}`, customerId: `u-${cents % 5}` },
      ...(partner !== null && { partnerId: partner }),
      ...(click !== null && { clickId: click }),
      ...(type === "basket" ? { items: items.slice(0, 1 + (cents % 3)) } : { orderTotal: amount(cents) }),
      occurredAt: new Date(START + minutes * 60_000).toISOString(),
    });
    if (reply.status !== 200) throw new Error(reply.text);
    ids.push(id);
    return id;
  };
  const correct = async (what: string, at: number, body?: object) => {
    const id = ids[at % ids.length];
    if (id === undefined) return;
    const path = `${PROGRAM}/conversions/${encodeURIComponent(id)}`;
    const { revision } = (await send("GET", path)).body;
    const reply = await send("POST", `${path}/${what}`, body, ifMatch(revision));
    // What cannot be corrected is refused.
    if (![200, 409, 422].includes(reply.status)) throw new Error(reply.text);
  };
  const take = async (step: Step): Promise<void> => {
    clock.advance(1_000);
    const reason = "Sent back";
    if (step.do === "record") await record(step.sale);
    else if (step.do === "approve") await correct("approve", step.pick);
    else if (step.do === "reject") await correct("reject", step.pick, { reason });
    else if (step.do === "whole") await correct("reverse", step.pick, { reason });
    else if (step.do === "part") await correct("reverse", step.pick, { amount: (step.cents / 100).toFixed(2), reason });
    else if (step.do === "items") await correct("reverse", step.pick, { items: step.items, reason });
    else {
      await sent(send("POST", `${PROGRAM}/payout-runs`, { id: crypto.randomUUID(), until: "2026-11-19" }));
      await rooms.payoutRunner.idle();
    }
  };
  return { service, publish, record, take, ids };
}
