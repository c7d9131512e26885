import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { startedWithProgram, startService, TestClock } from "../../testing/test-service.ts";
import { eventOf, type StoredConversion } from "../conversions/conversion-store.ts";

const SALE = "program=acme&event=sale&amount=100&partner=p-7";

describe.each(ENGINES)("a postback: %s", (_engine, engine) => {
  async function started() {
    const acme = await startedWithProgram({ storage: (await engine())() });
    const { service } = acme;
    const get = (query: string) => service.send("GET", `/postback?${query}`);
    const post = (query: string, body?: string, type = "application/x-www-form-urlencoded") =>
      service.send(
        "POST",
        `/postback${query && `?${query}`}`,
        body,
        body === undefined ? {} : { "Content-Type": type },
      );
    const count = () => service.rooms.conversions.conversions.documents.countDocuments({});
    return { ...acme, get, post, count };
  }

  it("is decided and recorded as a conversion is, with what came and how", async () => {
    const { service, get } = await started();
    const { status, body, headers } = await get(`${SALE}&conversion_id=c-1&p_tier=gold`);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toMatchObject({ conversionId: "c-1", program: "acme", partnerId: "p-7", payout: "10.00" });
    const stored = await service.rooms.conversions.find("acme", "c-1");
    expect(stored).toMatchObject({ door: "postback", by: { id: "local" } });
    expect(eventOf(stored as StoredConversion).params).toEqual({ tier: "gold" });
    expect(JSON.parse(String(stored?.input))).toEqual([
      { name: "program", value: "acme" },
      { name: "event", value: "sale" },
      { name: "amount", value: "100" },
      { name: "partner", value: "p-7" },
      { name: "conversion_id", value: "c-1" },
      { name: "p_tier", value: "gold" },
    ]);
  });

  it("is the same by query, form and JSON, in any order, by any name, and by POST /conversions", async () => {
    const { service, get, post, count } = await started();
    const first = await get(`${SALE}&conversion_id=c-1`);
    const others = [
      await get("transaction_id=c-1&partner_id=p-7&order_total=100&event_type=sale&program=acme"),
      await post(`${SALE}&conversion_id=c-1`),
      await post("", `${SALE}&conversion_id=c-1`),
      await post("program=acme&event=sale", "amount=100&partner=p-7&conversion_id=c-1"),
      await post(
        "program=acme",
        '{"event":"sale","amount":100,"partner":"p-7","conversion_id":"c-1"}',
        "application/json",
      ),
      await service.send("POST", "/conversions", {
        ...{ program: "acme", eventType: "sale", orderTotal: "100", partnerId: "p-7", conversionId: "c-1" },
      }),
    ];
    for (const other of others) expect([other.status, other.text]).toEqual([200, first.text]);
    expect(await count()).toBe(1);
  });

  it("without a conversion id is known by its order within program and event type", async () => {
    const { get, count } = await started();
    const first = await get(`${SALE}&order_id=o-1`);
    expect(first.body.conversionId).toBe("order:acme:sale:o-1");
    expect((await get(`order_id=o-1&${SALE}`)).text).toBe(first.text);
    const otherAmount = await get(`${SALE}0&order_id=o-1`);
    expect([otherAmount.status, otherAmount.body.detail]).toEqual([
      409,
      expect.stringContaining("order:acme:sale:o-1"),
    ]);
    expect((await get(`${SALE}&order_id=o-2`)).body.conversionId).toBe("order:acme:sale:o-2");
    expect((await get(`${SALE}&order_id=${"x".repeat(300)}`)).body.conversionId).toMatch(/^order:[\w-]{43}$/);
    expect(await count()).toBe(3);
  });

  it("with neither is known by all that it says", async () => {
    const { get, post, count } = await started();
    const first = await get(SALE);
    expect(first.body.conversionId).toMatch(/^postback:[\w-]{43}$/);
    expect((await get(SALE)).text).toBe(first.text);
    expect((await post("", SALE)).text).toBe(first.text);
    expect((await get(`${SALE}&click_id=k-2`)).body.conversionId).not.toBe(first.body.conversionId);
    expect(await count()).toBe(2);
  });

  it("is stored once of two hundred that come at once", async () => {
    const { get, count } = await started();
    const replies = await Promise.all(Array.from({ length: 200 }, () => get(SALE)));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(await count()).toBe(1);
  });

  it("is stored once by two services on one store", async () => {
    const open = await engine();
    const clock = new TestClock();
    const { service: first } = await startedWithProgram({ storage: open(), clock });
    clock.advance(1_000);
    const second = await startService({ storage: open(), clock });
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, at) => [first, second][at % 2]?.send("GET", `/postback?${SALE}&order_id=o-1`)),
    );
    expect(new Set(replies.map((reply) => `${reply?.status} ${reply?.text}`)).size).toBe(1);
    expect(await first.rooms.conversions.conversions.documents.countDocuments({})).toBe(1);
  });

  it.each([
    ["an unknown program", "program=nothing&event=sale&amount=1", 404],
    ["an event type that the terms lack", "program=acme&event=lead", 404],
    ["another currency", `${SALE}&currency=EUR`, 422],
    ["a misspelt parameter", `${SALE}&custommer_status=New`, 422],
  ])("records nothing of %s", async (_, query, status) => {
    const { get, count } = await started();
    expect((await get(query)).status).toBe(status);
    expect(await count()).toBe(0);
  });

  it.each([
    ["text", "text/plain", 415],
    ["broken JSON", "application/json", 400],
  ])("refuses a body of %s", async (_, type, status) => {
    const { post } = await started();
    expect((await post("", SALE, type)).status).toBe(status);
  });

  it.each(["HEAD", "PUT", "DELETE"])("does not come by %s", async (method) => {
    const { service, count } = await started();
    const { status, headers } = await fetch(`${service.url}/postback?${SALE}`, { method });
    expect([status, headers.get("allow")]).toEqual([405, "GET, POST, OPTIONS"]);
    expect(await count()).toBe(0);
  });
});
