import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { ifMatch, saleTerms, startedWithProgram } from "../../testing/test-service.ts";

const ACME = "/api/programs/acme";
const BONUSES = `${ACME}/bonuses`;

/** 10 %, and 20 % for whoever has made so many sales this month already. */
const tiered = (sales: string, percent = "20") =>
  saleTerms("10", {
    groups: [
      {
        id: "gold",
        name: "Gold",
        enabled: true,
        conditions: { all: [{ fact: "partnerConversionsThisMonth", operator: "greaterThanInclusive", value: sales }] },
        event: { type: "payout", params: { payout: { model: "CPS", partner: { percent } } } },
      },
    ],
  } as never);

describe.each(ENGINES)("bonuses at the month's end: %s", (_engine, engine) => {
  async function started(tiers = "whole-month") {
    const { service, put, ...door } = await startedWithProgram({ storage: (await engine())() });
    const { send, clock, rooms } = service;
    await send("PATCH", ACME, { tiers }, ifMatch((await send("GET", ACME)).body.revision));
    const published = await put(tiered("2"));
    expect(published.status, published.text).toBe(201);
    let ids = 0;
    const record = async (partnerId: string, more: object = {}) => {
      const conversionId = `c-${++ids}`;
      const body = { conversionId, program: "acme", eventType: "sale", partnerId, orderTotal: "100", ...more };
      const reply = await send("POST", "/conversions", body);
      expect(reply.status, reply.text).toBe(200);
      return conversionId;
    };
    const listed = async (month = "2026-11") =>
      (await send("GET", `${BONUSES}?month=${month}`)).body.items.map(
        ({ partner, conversions, paid, wouldBe, bonus, entered }: never) => [
          partner,
          conversions,
          paid,
          wouldBe,
          bonus,
          entered,
        ],
      );
    const enter = (month = "2026-11") => send("POST", BONUSES, { month });
    const endMonth = () => clock.advance(Date.parse("2026-12-01T00:00:00Z") - clock.now().getTime());
    return { ...door, put, send, rooms, record, listed, enter, endMonth, clock };
  }

  it("come to what the month's tier would have paid beyond what was paid, once", async () => {
    const { record, listed, enter, endMonth, send, put, rooms } = await started();
    for (let at = 0; at < 3; at++) await record("p-1");
    await record("p-2");
    // The version of the conversions decides, whatever is in force by the month's end.
    await put(tiered("2", "90"));
    expect(await listed()).toEqual([["p-1", 3, "40.00", "60.00", "20.00", false]]);
    expect((await enter()).status).toBe(409);
    endMonth();
    const { status, body } = await enter();
    expect([status, body.items[0].entered]).toEqual([200, true]);
    await Promise.all([enter(), enter()]);
    expect(await listed()).toEqual([["p-1", 3, "40.00", "60.00", "20.00", true]]);
    const entries = await rooms.conversions.ledger.documents.find({ kind: "bonus" });
    expect(entries).toMatchObject([
      { _id: "acme/bonus/2026-11/p-1", payout: 2_000, fee: 0, sale: 0, count: 0, reason: "Bonus for 2026-11" },
    ]);
    const lines = (await send("GET", "/api/history?partner=p-1")).body.items;
    expect(lines.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "p-1 gets a bonus of 20.00 USD for 2026-11",
    ]);
    const preview = (await send("GET", `${ACME}/payout-runs/preview?until=2026-12-01`)).body;
    expect(preview.lines.map(({ partner, payout }: never) => [partner, payout])).toEqual([
      ["p-1", "60.00"],
      ["p-2", "10.00"],
    ]);
  });

  it("are for what corrections left, and count no reversed conversion towards the tier", async () => {
    const { record, listed, send } = await started();
    const [first, second] = [await record("p-1"), await record("p-1"), await record("p-1")];
    const reverse = (id: string, body: object) =>
      send("POST", `${ACME}/conversions/${id}/reverse`, { ...body, reason: "x" }, ifMatch(1));
    await reverse(first, { amount: "50" });
    expect(await listed()).toEqual([["p-1", 3, "35.00", "50.00", "15.00", false]]);
    await reverse(second, {});
    expect(await listed()).toEqual([["p-1", 2, "25.00", "30.00", "5.00", false]]);
  });

  it("are for the month by the local calendar, and leave other months alone", async () => {
    const { record, listed, endMonth, clock } = await started();
    endMonth();
    clock.advance(5 * 86_400_000);
    await record("p-1", { occurredAt: "2026-11-30T23:59:59Z" });
    await record("p-1", { occurredAt: "2026-12-01T00:00:00Z" });
    await record("p-1", { occurredAt: "2026-12-05T10:00:00Z" });
    expect(await listed("2026-12")).toEqual([["p-1", 2, "20.00", "40.00", "20.00", false]]);
    expect(await listed()).toEqual([]);
  });

  it("are none where tiers pay what is beyond the step, nor in a month that is no month", async () => {
    const { record, listed, enter, endMonth } = await started("beyond-step");
    for (let at = 0; at < 3; at++) await record("p-1");
    expect(await listed()).toEqual([]);
    endMonth();
    const refused = await enter();
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      'The program "acme" pays tiers for what is beyond their step, so there are no bonuses; its setting for tiers must be whole-month.',
    ]);
    const wrong = await enter("2026-13");
    expect([wrong.status, wrong.body.errors]).toEqual([
      422,
      [{ pointer: "/month", message: 'must be a month like "2026-10", not "2026-13"' }],
    ]);
  });

  it("never go below zero where a higher tier pays less", async () => {
    const { record, listed, put } = await started();
    await put(tiered("2", "5"));
    for (let at = 0; at < 3; at++) await record("p-1");
    expect(await listed()).toEqual([]);
  });
});
