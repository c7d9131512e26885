import { describe, expect, it } from "vitest";
import { askedOf, readCases } from "../../testing/cases.ts";
import { group, saleTerms, startedWithProgram, startService } from "../../testing/test-service.ts";

const EVENT = { eventType: "sale", orderTotal: "100", source: "newsletter" };

describe("POST /simulate", () => {
  it("decides by the terms sent along, with trace and calculation, and stores nothing", async () => {
    const { service, draft } = await startedWithProgram();
    const before = await draft();
    const terms = saleTerms("1", { groups: [group("news", "source", "newsletter", "30")] });
    const { status, body } = await service.send("POST", "/simulate", { terms, event: EVENT });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ program: null, terms: { id: null, version: null }, occurredAt: "2026-11-20T10:00:00.000Z", payout: "30.00" },
      trace: [
        { id: "news", result: "matched" },
        { kind: "default", result: "not-reached" },
      ],
      calculation: [{ item: null }],
    });
    expect(await draft()).toEqual(before);
  });

  it("names the faults of all three parts, each where it stands", async () => {
    const service = await startService();
    const { status, body } = await service.send("POST", "/simulate", {
      terms: { ...saleTerms("1"), rounding: "up" },
      partner: { id: "p-7", revenueShare: "170" },
      event: { ...EVENT, orderTotl: "1" },
      more: 1,
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      "/event/orderTotl",
      "/more",
      "/partner/revenueShare",
      "/terms/rounding",
    ]);
  });

  it("names the faults of a made-up past", async () => {
    const { status, body } = await (await startService()).send("POST", "/simulate", {
      terms: saleTerms("1"),
      partner: { id: "p-7", past: { partnerConversions: "1.5", partnerRevenue: -1, partnerRevenueThisMnth: "1" } },
      event: { ...EVENT, partnerRevenueThisMonth: "1" },
    });
    expect(status).toBe(422);
    expect(
      Object.fromEntries(
        body.errors.map((fault: { pointer: string; message: string }) => [fault.pointer, fault.message]),
      ),
    ).toEqual({
      "/partner/past/partnerConversions": 'must be a whole number, not "1.5"',
      "/partner/past/partnerRevenue": "must not be negative; got -1",
      "/partner/past/partnerRevenueThisMnth":
        '"partnerRevenueThisMnth" is not known here. Did you mean "partnerRevenueThisMonth"?',
      "/event/partnerRevenueThisMonth":
        '"partnerRevenueThisMonth" is not known here. It is worked out of what was recorded of the partner.',
    });
  });

  it.each([
    [{}, 422, ["/terms", "/event"]],
    [{ terms: saleTerms("1") }, 422, ["/event"]],
    [{ terms: saleTerms("1"), event: { ...EVENT, eventType: "sail" } }, 404, ["/event/eventType"]],
    [{ terms: saleTerms("1"), event: { ...EVENT, currency: "EUR" } }, 422, ["/event/currency"]],
  ])("refuses %j", async (question, status, pointers) => {
    const reply = await (await startService()).send("POST", "/simulate", question);
    expect([reply.status, reply.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      status,
      pointers,
    ]);
  });

  it("takes documents that are far larger than an event may be", async () => {
    const groups = Array.from({ length: 10_000 }, (_, at) => group(`g${at}`, "source", `s${at}`, "1"));
    const { status, body } = await (await startService()).send("POST", "/simulate", {
      terms: saleTerms("1", { groups }),
      event: { ...EVENT, source: "s9999" },
    });
    expect([status, body.match.rank]).toEqual([200, 10_000]);
  });
});

for (const { file, cases } of readCases()) {
  describe(`cases/${file} through POST /simulate`, () => {
    it.each(cases)("$name", async ({ terms, partner, event, expect: expected }) => {
      const { status, body } = await (await startService()).send("POST", "/simulate", { terms, partner, event });
      expect([status, askedOf(body, expected)]).toEqual([200, expected]);
    });
  });
}
