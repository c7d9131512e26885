import { describe, expect, it } from "vitest";
import { startService } from "../testing/test-service.ts";
import { demoMonth } from "./demo-month.ts";
import { plantDemo } from "./plant-demo.ts";

const MOMENTS = ["2026-11-20T10:00:00Z", "2026-11-30T23:59:59Z", "2027-01-01T05:00:01Z", "2027-03-15T12:00:00Z"];

describe("the demo's month", () => {
  it.each(MOMENTS)(
    "is some hundreds of conversions of the thirty days up to %s, each with an id of its own",
    (moment) => {
      const now = new Date(moment);
      const month = demoMonth(now).map(({ conversion }) => conversion);
      expect(demoMonth(now).map(({ conversion }) => conversion)).toEqual(month);
      expect(month.length).toBeGreaterThan(350);
      expect(month.length).toBeLessThan(600);
      expect(new Set(month.map(({ conversionId }) => conversionId)).size).toBe(month.length);
      const days = new Set(
        month.map(({ occurredAt }) => Math.floor((now.getTime() - Date.parse(occurredAt)) / 86_400_000)),
      );
      expect([Math.min(...days) >= 0, Math.max(...days) <= 30, days.size >= 29]).toEqual([true, true, true]);
    },
  );

  it("shows every outcome there is, and leaves room for what is recorded next", async () => {
    const { rooms, send } = await startService();
    await plantDemo(rooms);
    const all = await rooms.conversions.conversions.documents.find({});
    const outcomes = new Set(all.map(({ status, reason }) => reason ?? status));
    for (const outcome of [
      "payable",
      "kpi",
      "conversion-cap-reached",
      "duplicate-click",
      "not-active",
      "not-a-member",
      "postback-payout-missing",
    ])
      expect(outcomes).toContain(outcome);
    const rules = new Set(all.flatMap(({ rules }) => rules));
    for (const rule of ["sale/group/new-200", "sale/personal/anna", "lead/group/trial", "subscription/default/"])
      expect(rules).toContain(`standard/${rule}`);
    expect(rules).toContain("gold/sale/group/gold-2000");
    expect(new Set(all.map(({ decision }) => decision.partnerFrom))).toEqual(
      new Set(["event", "click", "promo-code", "coupon-code", "lifetime", null]),
    );
    const entries = await rooms.conversions.ledger.documents.find({ program: "acme" });
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(
      new Set(["earned", "paid", "reversed", "rejected", "approved"]),
    );
    expect(outcomes).toContain("reversed");
    expect((await send("GET", "/api/programs/acme/payout-runs")).body.items).toMatchObject([{ status: "finished" }]);
    expect(all.filter(({ reversedItems }) => reversedItems.length > 0).length).toBeGreaterThan(1);
    expect(new Set(all.map(({ door }) => door))).toEqual(new Set(["demo"]));
    const sale = {
      conversionId: "mine",
      program: "acme",
      eventType: "sale",
      customerStatus: "New",
      orderTotal: "250.00",
    };
    expect((await send("POST", "/conversions", sale)).body).toMatchObject({ status: "payable", payout: "37.50" });
  });
});
