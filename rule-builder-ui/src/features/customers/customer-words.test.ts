import { describe, expect, it } from "vitest";
import { isOver, ordersText } from "./customer-words.ts";

const NONE = { months: null, orders: null };
const NOW = Date.parse("2026-11-20T10:00:00Z");
const bound = { partner: { id: "p-7", name: "Anna" }, orders: 3, until: null };

describe("a customer's binding", () => {
  it.each([
    ["without a limit", bound, NONE, false],
    ["orders left", bound, { ...NONE, orders: 4 }, false],
    ["no orders left", bound, { ...NONE, orders: 3 }, true],
    ["until later", { ...bound, until: "2026-11-20T10:00:00.001Z" }, { ...NONE, months: 1 }, false],
    ["until now", { ...bound, until: "2026-11-20T10:00:00.000Z" }, { ...NONE, months: 1 }, true],
    ["nobody's is never over", { ...bound, partner: null }, { ...NONE, orders: 1 }, false],
  ])("%s", (_what, customer, limits, over) => {
    expect(isOver(customer, limits, NOW)).toBe(over);
  });

  it("says how many orders there may be, where there is a limit", () => {
    expect(ordersText({ orders: 3 }, NONE)).toBe("3");
    expect(ordersText({ orders: 1_200 }, { ...NONE, orders: 5_000 })).toBe("1,200 of 5,000");
  });
});
