import { describe, expect, it } from "vitest";
import { group, ifMatch, personalPayout, STANDARD, saleTerms, startedWithProgram } from "../../testing/test-service.ts";

const LIST = `${STANDARD}/events/sale/personal-payouts`;

async function started() {
  const { service, ...door } = await startedWithProgram();
  const payouts = {
    add: (...payout: Parameters<typeof personalPayout>) => service.send("POST", LIST, personalPayout(...payout)),
    change: (revision: number, ...payout: Parameters<typeof personalPayout>) =>
      service.send("PUT", `${LIST}/${payout[0]}`, personalPayout(...payout), ifMatch(revision)),
    remove: (revision: number, id: string) => service.send("DELETE", `${LIST}/${id}`, undefined, ifMatch(revision)),
    list: async (query = ""): Promise<string[]> =>
      (await service.send("GET", `${LIST}${query}`)).body.items.map(
        ({ payout }: { payout: { id: string } }) => payout.id,
      ),
  };
  const paid = async (event: object) => {
    const { body } = await door.evaluate(event);
    return `${body.match.id ?? "default"} ${body.payout}`;
  };
  return { service, ...door, ...payouts, paid };
}

describe("personal payouts", () => {
  it("go before the groups, for their partners only, at once and without publishing", async () => {
    const { add, paid } = await started();
    const added = await add("anna", "p-7", "20");
    expect([added.status, added.headers.get("etag"), added.headers.get("location")]).toEqual([
      201,
      '"1"',
      `${LIST}/anna`,
    ]);
    expect(added.body).toMatchObject({ eventType: "sale", revision: 1, inForceFrom: "2026-11-20T10:00:00.000Z" });
    expect(await paid({ partnerId: "p-7" })).toBe("anna 20.00");
    expect(await paid({ partnerId: "p-8" })).toBe("default 10.00");
    expect(await paid({})).toBe("default 10.00");
  });

  it("decide an old event as they were then: before they were made, changed, removed and made again", async () => {
    const { service, add, change, remove, paid } = await started();
    const minute = () => service.clock.advance(60_000);
    minute();
    await add("anna", "p-7", "20", "ANNA10");
    minute();
    expect((await change(1, "anna", "p-8", "30")).headers.get("etag")).toBe('"2"');
    minute();
    expect((await remove(2, "anna")).status).toBe(204);
    minute();
    await add("anna", "p-7", "40");
    const at = (minutes: number, more: object) => paid({ occurredAt: `2026-11-20T10:0${minutes}:30Z`, ...more });
    expect(await at(0, { partnerId: "p-7", promoCode: "ANNA10" })).toBe("default 10.00");
    expect(await at(1, { partnerId: "p-7", promoCode: "anna10" })).toBe("anna 20.00");
    expect(await at(1, { promoCode: "anna10" })).toBe("anna 20.00");
    expect(await at(1, { partnerId: "p-7" })).toBe("default 10.00");
    expect(await at(2, { partnerId: "p-7", promoCode: "ANNA10" })).toBe("default 10.00");
    expect(await at(2, { partnerId: "p-8" })).toBe("anna 30.00");
    expect(await at(3, { partnerId: "p-8" })).toBe("default 10.00");
    expect(await at(4, { partnerId: "p-7" })).toBe("anna 40.00");
    expect((await service.send("GET", `${LIST}/anna`)).body.revision).toBe(4);
  });

  it("that stood beside the first version cover all time before it, too", async () => {
    const { service, publish, evaluate } = await startedWithProgram();
    const document = saleTerms("10", { personal: [personalPayout("anna", "p-7", "20")] });
    await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold", document });
    service.clock.advance(60_000);
    await publish(1, {}, "/api/programs/acme/terms/gold");
    await service.send("PATCH", "/api/programs/acme", { defaultTerms: "gold" }, ifMatch(1));
    service.clock.advance(1);
    const { body } = await evaluate({ partnerId: "p-7", occurredAt: "2026-11-20T10:01:00Z" });
    expect(body).toMatchObject({ terms: { id: "gold" }, payout: "20.00" });
  });

  it("of one partner are tried in the order in which they were added, as a document lists them", async () => {
    const { service, add, evaluate } = await started();
    for (const [id, code] of [
      ["plain", undefined],
      ["coded", "ONE"],
      ["later", undefined],
      ["latest", "TWO"],
    ] as const) {
      service.clock.advance(1_000);
      await add(id, "p-7", "20", code);
    }
    const { body } = await evaluate({ partnerId: "p-7", promoCode: "none", explain: true });
    const tried = body.trace.map(({ id, result }: { id: string | null; result: string }) => `${id} ${result}`);
    expect(tried).toEqual([
      "plain matched",
      "coded not-reached",
      "later not-reached",
      "latest not-reached",
      "null not-reached",
    ]);
  });

  it("have a coupon code to themselves, without regard to its case, and pass it on when it is free", async () => {
    const { add, change, remove } = await started();
    await add("anna", "p-7", "20", "ANNA10");
    expect((await add("ben", "p-8", "20", "anna10")).status).toBe(409);
    await add("ben", "p-8", "20");
    expect((await change(1, "ben", "p-8", "20", "Anna10")).status).toBe(409);
    await change(1, "anna", "p-7", "20", "ANNA20");
    expect((await change(1, "ben", "p-8", "20", "ANNA10")).status).toBe(200);
    await remove(2, "ben");
    expect((await add("cleo", "p-9", "20", "ANNA10")).status).toBe(201);
    expect((await change(2, "anna", "p-7", "20", "ANNA20")).status).toBe(200);
  });

  it("give a code to one of many who ask for it at the same time", async () => {
    const { add } = await started();
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => add(`p${at}`, "p", "1", "CODE")));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  it("lose no change to another one", async () => {
    const { add, change, remove } = await started();
    await add("anna", "p-7", "20");
    const replies = await Promise.all(Array.from({ length: 10 }, (_, at) => change(1, "anna", "p-7", `${at}`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    expect((await remove(1, "anna")).status).toBe(412);
  });

  it.each([
    ["two partners and a code", { partners: ["a", "b"], couponCode: "X" }, "/couponCode"],
    ["no partner", { partners: [] }, "/partners"],
    [
      "a misspelt fact",
      { conditions: { all: [{ fact: "orderTotl", operator: "equal", value: "1" }] } },
      "/conditions/all/0/fact",
    ],
  ])("are refused with %s", async (_what, more, pointer) => {
    const { service } = await started();
    const reply = await service.send("POST", LIST, { ...personalPayout("anna", "p-7", "20"), ...more });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it("keep their id, which differs from others by more than its case", async () => {
    const { service, add } = await started();
    await add("anna", "p-7", "20");
    expect((await add("ANNA", "p-8", "20")).status).toBe(409);
    const reply = await service.send("PUT", `${LIST}/anna`, personalPayout("ben", "p-7", "20"), ifMatch(1));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/id"]);
  });

  it("must fit the level of their event type", async () => {
    const { service, put } = await started();
    await put(saleTerms("10", { level: "item", groups: [group("g", "source", "x", "1")] }));
    const params = { payout: { model: "CPM", partner: { fixed: "1" } } };
    const reply = await service.send("POST", LIST, {
      ...personalPayout("anna", "p-7", "1"),
      event: { type: "payout", params },
    });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/event/params/payout/model"]);
  });

  it("are listed in pages, by partner and by coupon code", async () => {
    const { service, add, list } = await started();
    for (let at = 0; at < 5; at++) {
      service.clock.advance(1);
      await add(`p${at}`, at % 2 ? "odd" : "even", "1", `CODE${at}`);
    }
    expect(await list()).toEqual(["p0", "p1", "p2", "p3", "p4"]);
    expect(await list("?partner=odd")).toEqual(["p1", "p3"]);
    expect(await list("?couponCode=code4")).toEqual(["p4"]);
    expect(await list("?couponCode=code4&partner=odd")).toEqual([]);
    const { nextCursor } = (await service.send("GET", `${LIST}?limit=3`)).body;
    expect(await list(`?limit=3&cursor=${nextCursor}`)).toEqual(["p3", "p4"]);
  });
});
