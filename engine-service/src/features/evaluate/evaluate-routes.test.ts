import { describe, expect, it } from "vitest";
import { group, personalPayout, STANDARD, saleTerms, startedWithProgram } from "../../testing/test-service.ts";

describe("POST /evaluate", () => {
  it("decides now when the event does not say when it occurred, and says which version did", async () => {
    const { service, evaluate } = await startedWithProgram();
    service.clock.advance(1_234);
    const { status, body } = await evaluate();
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{
        program: "acme",
        terms: { id: "standard", version: 1 },
        eventType: "sale",
        partnerId: null,
        partnerFrom: null,
      },
      ...{ occurredAt: "2026-11-20T10:00:01.234Z", level: "order", status: "payable", reason: null },
      match: { kind: "default", id: null, name: null, rank: null },
      ...{ currency: "USD", payout: "10.00", platformFee: "0.00", advertiserCost: "10.00" },
      ...{ visibility: "public", lines: [] },
    });
  });

  it("explains when asked to", async () => {
    const { put, evaluate, service } = await startedWithProgram();
    service.clock.advance(1);
    await put(saleTerms("10", { groups: [group("news", "source", "newsletter", "20")] }));
    const { body } = await evaluate({ explain: true, source: "Newsletter" });
    expect(body.trace[0]).toMatchObject({
      id: "news",
      rank: 1,
      result: "matched",
      conditions: [{ actual: "Newsletter", result: true }],
    });
    expect(body.calculation).toHaveLength(1);
    expect((await evaluate({ source: "Newsletter" })).body).not.toHaveProperty("trace");
  });

  it("gives an event that carries a coupon code to the code's partner", async () => {
    const { service, evaluate } = await startedWithProgram();
    await service.send(
      "POST",
      `${STANDARD}/events/sale/personal-payouts`,
      personalPayout("anna", "p-7", "20", "ANNA10"),
    );
    expect((await evaluate({ promoCode: "anna10" })).body).toMatchObject({
      ...{ partnerId: "p-7", partnerFrom: "coupon-code", payout: "20.00" },
      match: { kind: "personal", id: "anna" },
    });
  });

  it("answers a thousand at once exactly as one after the other", { timeout: 120_000 }, async () => {
    const { put, evaluate, service } = await startedWithProgram();
    const groups = Array.from({ length: 50 }, (_, at) => group(`g${at}`, "source", `s${at}`, String(at + 1)));
    service.clock.advance(1);
    await put(saleTerms("10", { groups }));
    const events = Array.from({ length: 1_000 }, (_, at) => ({
      ...{ source: `s${at % 75}`, orderTotal: `${at}.37`, orderId: `o-${at}`, explain: at % 10 === 0 },
    }));
    const oneByOne: string[] = [];
    for (const event of events) oneByOne.push((await evaluate(event)).text);
    const atOnce = await Promise.all(events.map(async (event) => (await evaluate(event)).text));
    expect(atOnce).toEqual(oneByOne);
    expect(new Set(oneByOne).size).toBeGreaterThan(900);
  });
});
