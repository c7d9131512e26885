import { describe, expect, it } from "vitest";
import { EvaluateRequest, parseEvent } from "./event.ts";

const faultsIn = (fields: Record<string, unknown>) => {
  const parsed = parseEvent(EvaluateRequest, { program: "acme", eventType: "sale", ...fields });
  return parsed.ok ? [] : parsed.faults;
};

describe("an event is refused (contract 5)", () => {
  it.each([
    ["a misspelt fact", { ordrTotal: "5" }, "/ordrTotal", 'Did you mean "orderTotal"?'],
    ["a field of the caller's own", { loyaltyPoints: 5 }, "/loyaltyPoints", "goes into params"],
    ["an item fact outside an item", { itemSku: "S1" }, "/itemSku", "items[].sku"],
    ["a derived fact", { dayOfWeek: "Monday" }, "/dayOfWeek", "worked out from occurredAt"],
    ["a partner's past", { partnerRevenueThisMonth: "5" }, "/partnerRevenueThisMonth", "of what was recorded of the"],
    ["a misspelt field of an item", { items: [{ catgory: "x" }] }, "/items/0/catgory", 'Did you mean "category"?'],
    ["an amount that is none", { orderTotal: "12,50" }, "/orderTotal", "must be an amount"],
    ["a negative amount", { orderTotal: -1 }, "/orderTotal", "must not be negative"],
    ["a moment without its offset", { occurredAt: "2026-11-20T10:00:00" }, "/occurredAt", "with its offset"],
    ["a number for a text", { orderId: 5001 }, "/orderId", "must be text, not 5001"],
    ["half a click", { clicks: 0.5 }, "/clicks", "whole number"],
    ["an object in params", { params: { a: {} } }, "/params/a", "a list of texts"],
    [
      "more discount than the items come to",
      { orderDiscount: "11", items: [{ amount: "10" }] },
      "/orderDiscount",
      "11 is more than 10",
    ],
    ["items that are no list", { items: "shoes" }, "/items", "must be a list"],
  ])("for %s", (_, fields, pointer, says) => {
    expect(faultsIn(fields).find((fault) => fault.pointer === pointer)?.message).toContain(says);
  });

  it("when it names no program or event type", () => {
    const parsed = parseEvent(EvaluateRequest, {});
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.pointer)).toEqual(["/program", "/eventType"]);
  });
});

describe("an event is read", () => {
  it("with decimals as strings, and null as nothing", () => {
    const parsed = parseEvent(EvaluateRequest, {
      program: "acme",
      eventType: "sale",
      orderTotal: 250.5,
      country: null,
      clicks: 2,
      items: [{ sku: "S1", brand: null, quantity: 2, amount: 180 }],
      params: { tier: "gold", visits: 3, vip: true, tags: ["a"], none: null },
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        program: "acme",
        eventType: "sale",
        orderTotal: "250.5",
        clicks: "2",
        items: [{ sku: "S1", quantity: "2", amount: "180" }],
        params: { tier: "gold", visits: 3, vip: true, tags: ["a"] },
      },
    });
  });
});
