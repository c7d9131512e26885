import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import {
  group,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  temporaryStorage,
} from "../../testing/test-service.ts";

const TERMS = "/api/programs/acme/terms";
const personal = (n: number) =>
  Array.from({ length: n }, (_, at) => personalPayout(`p${at}`, `p-${at}`, "20", `CODE${at}`));

describe("terms", () => {
  it("begin empty, as a copy of other terms' draft, or as a document", async () => {
    const { service, saveDraft, draft } = await startedWithProgram();
    await saveDraft(2, saleTerms("33"));
    const made = async (body: object) => {
      const reply = await service.send("POST", TERMS, body);
      expect([reply.status, reply.headers.get("etag")]).toEqual([201, '"1"']);
      return (await draft(reply.headers.get("location") as string)).terms;
    };
    expect(await made({ id: "empty", name: "Empty" })).toMatchObject({ name: "Empty", currency: "USD", events: [] });
    expect(await made({ id: "copy", name: "Copy", copyOf: "standard" })).toEqual({ ...saleTerms("33"), name: "Copy" });
    const document = saleTerms("44", { groups: [group("g", "source", "x", "1")] });
    expect(await made({ id: "brought", name: "Brought", document })).toEqual({ ...document, name: "Brought" });
  });

  it.each([
    ["terms that are not there", { copyOf: "nope" }, "/copyOf"],
    ["both ways at once", { copyOf: "standard", document: saleTerms("1") }, "/document"],
    ["another currency", { document: { ...saleTerms("1"), currency: "EUR" } }, "/document/currency"],
    ["a document with faults", { document: { ...saleTerms("1"), rounding: "up" } }, "/document/rounding"],
    [
      "two payouts with one code",
      {
        document: saleTerms("1", {
          personal: [personalPayout("a", "p", "1", "X"), personalPayout("b", "p", "1", "x")],
        }),
      },
      "/document/events/0/personal/1/couponCode",
    ],
  ])("refuse %s", async (_what, more, pointer) => {
    const { service } = await startedWithProgram();
    const reply = await service.send("POST", TERMS, { id: "gold", name: "Gold", ...more });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    expect((await service.send("GET", `${TERMS}/gold`)).status).toBe(404);
  });

  it("come out as they went in, personal payouts among them, and decide the same", async () => {
    const { service, publish } = await startedWithProgram();
    const document = saleTerms("10", { personal: personal(3) });
    await service.send("POST", TERMS, { id: "gold", name: "Standard", document });
    const exported = await service.send("GET", `${TERMS}/gold/export`);
    expect(exported.body).toEqual(document);
    expect((await publish(1, {}, `${TERMS}/gold`)).status).toBe(201);
    expect((await service.send("GET", `${TERMS}/gold/export?version=1`)).body).toEqual(document);
    expect((await service.send("GET", `${TERMS}/gold/export?version=2`)).status).toBe(404);
    const { body } = await service.send("POST", "/simulate", {
      terms: exported.body,
      event: { eventType: "sale", orderTotal: "100", promoCode: "code1" },
    });
    expect(body).toMatchObject({ payout: "20.00", partnerId: "p-1", partnerFrom: "coupon-code" });
  });

  it("are imported whole or not at all, and a second try works after a failed one", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service } = await startedWithProgram({ storage });
    let goOn = () => {};
    storage.slow.set(
      "terms",
      new Promise((resolve) => {
        goOn = resolve;
      }),
    );
    const document = saleTerms("10", { personal: personal(120) });
    const first = service.send("POST", TERMS, { id: "gold", name: "Gold", document });
    await expect.poll(async () => (await service.rooms.personal.ofTerms("acme", "gold")).length).toBe(120);
    storage.away = true;
    goOn();
    expect((await first).status).toBe(503);
    storage.away = false;
    expect((await service.send("GET", `${TERMS}/gold`)).status).toBe(404);
    const rest = { ...document, events: [{ ...saleTerms("10").events[0], personal: personal(2) }] };
    expect((await service.send("POST", TERMS, { id: "gold", name: "Standard", document: rest })).status).toBe(201);
    expect((await service.send("GET", `${TERMS}/gold/export`)).body).toEqual(rest);
  });

  it("are made once, however many ask at the same time", async () => {
    const { service } = await startedWithProgram();
    const document = saleTerms("10", { personal: personal(5) });
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => service.send("POST", TERMS, { id: "gold", name: "Gold", document })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect((await service.send("GET", `${TERMS}/gold/export`)).body.events[0].personal).toHaveLength(5);
  });

  it("show their event types and their newest version", async () => {
    const { service } = await startedWithProgram();
    expect((await service.send("GET", STANDARD)).body).toMatchObject({
      ...{ program: "acme", id: "standard", name: "Standard", isDefault: true, draftRevision: 2 },
      eventTypes: [{ type: "sale", name: "Sale", level: "order", groups: 0 }],
      latest: { version: 1, author: "Ana" },
    });
  });
});
