import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { saleTerms, startedWithProgram } from "../../testing/test-service.ts";

const sale = { program: "acme", eventType: "sale", orderTotal: "100" };

describe.each(ENGINES)("what is recorded and not paid: %s", (_engine, engine) => {
  const started = async (setup: object = {}) => {
    const acme = await startedWithProgram({ storage: (await engine())() });
    const { revision } = (await acme.service.send("GET", "/api/programs/acme")).body;
    const caps = [{ measure: "conversions", per: "total", limit: "1" }];
    await acme.service.send("PATCH", "/api/programs/acme", { caps }, { "If-Match": `"${revision}"` });
    await acme.put(saleTerms("10", { default: { payout: { model: "CPS", partner: { percent: "10" } }, setup } }));
    acme.service.clock.advance(1);
    const { rooms } = acme.service;
    const found = async () => ({
      conversions: (await rooms.conversions.conversions.documents.find({})).length,
      entries: (await rooms.conversions.ledger.documents.find({})).length,
      used: (await rooms.usage.usages.documents.find({})).length,
    });
    return { send: acme.service.send, found };
  };

  it("KPI: recorded, never paid, never counted", async () => {
    const { send, found } = await started({ classification: "kpi" });
    for (const conversionId of ["c-1", "c-2", "c-3"]) {
      const { body } = await send("POST", "/conversions", { conversionId, ...sale });
      expect([body.status, body.payout, body.advertiserCost]).toEqual(["kpi", "0.00", "0.00"]);
    }
    expect(await found()).toEqual({ conversions: 3, entries: 0, used: 0 });
  });

  it("a rejected decision: recorded with its reason, uses up nothing", async () => {
    const { send, found } = await started();
    const { body } = await send("POST", "/conversions", { conversionId: "c-1", ...sale, orderTotal: undefined });
    expect([body.status, body.reason]).toEqual(["rejected", "base-missing"]);
    expect(await found()).toEqual({ conversions: 1, entries: 0, used: 0 });
  });

  it.each<[string, number, object]>([
    ["an unknown program", 404, { program: "nope" }],
    ["an unknown event type", 404, { eventType: "sael" }],
    ["another currency", 422, { currency: "EUR" }],
    ["a misspelt fact", 422, { custmerStatus: "New" }],
    ["no id", 422, { conversionId: undefined }],
    ["an id with a control character", 422, { conversionId: "c\u0007" }],
    ["an amount beyond what sums can hold", 422, { orderTotal: "99999999999999" }],
  ])("%s: nothing at all, so that it can be mended and sent again under its id", async (_, status, wrong) => {
    const { send, found } = await started();
    const refused = await send("POST", "/conversions", { conversionId: "c-1", ...sale, ...wrong });
    expect([refused.status, refused.body.detail.length > 20]).toEqual([status, true]);
    expect(await found()).toEqual({ conversions: 0, entries: 0, used: 0 });
    expect((await send("POST", "/conversions", { conversionId: "c-1", ...sale })).body.payout).toBe("10.00");
  });

  it("names that no store takes in params: recorded as they came, and beside others", async () => {
    const { send, found } = await started();
    const params = { "a.b": "x", $a: "y" };
    const [odd, other] = await Promise.all([
      send("POST", "/conversions", { conversionId: "c-1", ...sale, params }),
      send("POST", "/conversions", { conversionId: "c-2", ...sale }),
    ]);
    expect([odd.status, other.status]).toEqual([200, 200]);
    const { body } = await send("GET", "/api/programs/acme/conversions/c-1");
    expect([body.input.params, body.event.params]).toEqual([params, params]);
    expect((await found()).conversions).toBe(2);
  });

  it("an id that another program has: refused, and says whose it is", async () => {
    const { send } = await started();
    await send("POST", "/api/programs", { id: "other", name: "Other", currency: "USD", timezone: "UTC" });
    await send("POST", "/conversions", { conversionId: "c-1", ...sale });
    const refused = await send("POST", "/conversions", { conversionId: "c-1", ...sale, program: "other" });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('"acme"')]);
  });
});
