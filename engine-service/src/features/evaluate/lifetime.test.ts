import type { Terms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { GOLD } from "../../testing/member-doors.ts";
import { startedWithMembers } from "../../testing/paid-members.ts";
import { ifMatch, personalPayout, saleTerms, temporaryStorage } from "../../testing/test-service.ts";
import { decideAgain } from "../conversions/decide-again.ts";

const life = (percent: string, least: string) => ({
  ...{ id: "life", name: "Life" },
  conditions: { all: [{ fact: "orderTotal", operator: "greaterThanInclusive" as const, value: least }] },
  event: { type: "payout" as const, params: { payout: { model: "lifetime" as const, partner: { percent } } } },
});
const big = {
  ...life("30", "500"),
  ...{ id: "big", name: "Big" },
  event: { type: "payout" as const, params: { payout: { model: "CPS" as const, partner: { percent: "30" } } } },
};
const TIER = { fact: "partnerRevenue", operator: "greaterThan" as const, value: "0" };
/** Orders of 500 and more earn 30 % once, of 20 and more 5 % for life, all others 10 % once. */
const FOR_LIFE: Terms = saleTerms("10", { groups: [big, life("5", "20")] });

/** Standard pays for life; Gold, which p-7 has, does not: 20 %. */
async function started(options: Parameters<typeof startedWithMembers>[0] = {}) {
  const acme = await startedWithMembers(options);
  await acme.put(FOR_LIFE);
  acme.wait();
  const record = async (id: string, event: object) => {
    const { status, body } = await acme.send("POST", "/conversions", {
      ...{ conversionId: id, program: "acme", eventType: "sale", orderTotal: "100" },
      ...event,
    });
    expect(status, JSON.stringify(body)).toBe(200);
    acme.wait();
    return body;
  };
  const customer = async (id = "c-1") => acme.service.rooms.customers.find("acme", id);
  /** The last one. */
  const binding = async () => (await customer())?.bindings.at(-1);
  const bindByHand = async (partner: string | null, more: object = {}) => {
    const path = "/api/programs/acme/customers/c-1";
    const { revision } = (await acme.send("GET", path)).body;
    const { status } = await acme.send("PATCH", path, { partner, ...more }, ifMatch(revision));
    expect(status).toBe(200);
    acme.wait();
  };
  return { ...acme, record, binding, bindByHand };
}

const says = ({ partnerId, partnerFrom, match, payout }: Record<string, unknown>) => ({
  ...{ partnerId, partnerFrom, payout },
  rule: (match as { id: string | null }).id,
});
const BOBS = { partnerId: "p-8", partnerFrom: "lifetime", rule: "life" };

describe.each(ENGINES)("lifetime: %s", (_engine, engine) => {
  const onEngine = async () => started({ storage: (await engine())() });

  it("gives later purchases to the partner of the first, with no click or code, whoever else is named", async () => {
    const { record, decide, binding, service } = await onEngine();
    const first = await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    expect(says(first)).toEqual({ ...BOBS, partnerFrom: "event", payout: "5.00" });
    const since = first.occurredAt;
    const bound = `The customer c-1 is bound to p-8 since ${since}, so the event is p-8's`;

    const bare = await record("o-2", { customerId: "c-1", orderTotal: "600" });
    expect(says(bare)).toEqual({ ...BOBS, payout: "30.00" });
    expect(bare.notes).toEqual([`${bound}.`]);

    await service.rooms.clicks.insert({
      ...{ _id: "clk-1", program: "acme", partner: "p-7", clickedAt: since, facts: { country: "US" }, link: null },
      fingerprint: null,
    });
    const clicked = await record("o-3", { customerId: "c-1", clickId: "clk-1" });
    expect(says(clicked)).toEqual({ ...BOBS, payout: "5.00" });
    expect(clicked.notes).toEqual([`${bound}, not p-7's, whom its click names.`]);

    const named = await decide({ customerId: "c-1", partnerId: "p-7" });
    expect(says(named)).toEqual({ ...BOBS, payout: "5.00" });
    expect(named.notes).toEqual([`${bound}, not p-7's, whom the event names.`]);
    expect((await binding())?.orders).toBe(3);

    expect(says(await decide({ customerId: "c-2", partnerId: "p-7" }))).toEqual({
      ...{ partnerId: "p-7", partnerFrom: "event", rule: null, payout: "20.00" },
    });
  });

  it("goes on by another partner's code, and names it", async () => {
    const { record, decide, giveCode } = await onEngine();
    await giveCode("p-7", "ANNA");
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    const coded = await decide({ customerId: "c-1", promoCode: "ANNA" });
    expect(says(coded)).toEqual({ ...BOBS, payout: "5.00" });
    expect(coded.notes[0]).toMatch(/, not p-7's, whom its promo code names\.$/);
  });

  it("is decided as without it where no lifetime payout takes the purchase, and says so", async () => {
    const { record, decide, binding } = await onEngine();
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    const small = await record("o-2", { customerId: "c-1", partnerId: "p-7", orderTotal: "10" });
    expect(says(small)).toEqual({ partnerId: "p-7", partnerFrom: "event", rule: null, payout: "2.00" });
    expect(small.notes).toEqual([
      expect.stringMatching(
        /^The customer c-1 is bound to p-8 since .*, but no lifetime payout of the terms "standard" /,
      ),
    ]);
    expect(says(await decide({ customerId: "c-1", orderTotal: "10" }))).toMatchObject({ partnerId: null, rule: null });
    expect((await binding())?.orders).toBe(1);
  });

  it("ends with the limit of orders, and binds nobody anew", async () => {
    const { record, changeProgram, binding } = await onEngine();
    await changeProgram({ lifetime: { months: null, orders: 2 } });
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    expect(says(await record("o-2", { customerId: "c-1" }))).toMatchObject(BOBS);
    expect(says(await record("o-3", { customerId: "c-1" }))).toMatchObject({ partnerId: null, rule: "life" });
    expect(says(await record("o-4", { customerId: "c-1", partnerId: "p-9" }))).toMatchObject({ partnerId: "p-9" });
    expect(says(await record("o-5", { customerId: "c-1" }))).toMatchObject({ partnerId: null });
    expect(await binding()).toMatchObject({ orders: 2, conversion: "o-1" });
  });

  it("counts late orders of a binding that is over by that binding, not by the one that came after", async () => {
    const { record, changeProgram, binding, bindByHand, wait } = await onEngine();
    await changeProgram({ lifetime: { months: null, orders: 2 } });
    const day = (at: number) => ({ customerId: "c-1", partnerId: "p-9", occurredAt: `2026-11-2${at}T12:00:00Z` });
    wait(24 * 20);
    await record("o-1", { ...day(1), partnerId: "p-8" });
    expect(says(await record("o-2", day(2)))).toMatchObject(BOBS);
    await bindByHand("p-8", { boundAt: "2026-11-25T00:00:00Z" });
    expect(says(await record("o-3", day(3)))).toMatchObject({ partnerId: "p-9" });
    expect(await binding()).toMatchObject({ orders: 0 });
    expect(says(await record("o-4", day(6)))).toMatchObject(BOBS);
    expect(says(await record("o-5", day(7)))).toMatchObject(BOBS);
    expect(says(await record("o-6", day(8)))).toMatchObject({ partnerId: "p-9" });
    expect(await binding()).toMatchObject({ orders: 2 });
  });

  it("gives an order back to the binding that counted it", async () => {
    const { record, send, binding, bindByHand, wait } = await onEngine();
    wait(24 * 20);
    await record("o-1", { customerId: "c-1", partnerId: "p-8", occurredAt: "2026-11-21T12:00:00Z" });
    await record("o-2", { customerId: "c-1", occurredAt: "2026-11-27T12:00:00Z" });
    await bindByHand("p-8", { boundAt: "2026-11-25T00:00:00Z" });
    await record("o-3", { customerId: "c-1", occurredAt: "2026-11-28T12:00:00Z" });
    const reverse = (id: string) =>
      send("POST", `/api/programs/acme/conversions/${id}/reverse`, { reason: "Back" }, ifMatch(1));
    expect((await reverse("o-2")).status).toBe(200);
    expect(await binding()).toMatchObject({ orders: 1 });
    expect((await reverse("o-3")).status).toBe(200);
    expect(await binding()).toMatchObject({ partner: "p-8", orders: 0 });
  });

  it("ends with the limit of months, to the millisecond", async () => {
    const { record, changeProgram, decide } = await onEngine();
    await changeProgram({ lifetime: { months: 3, orders: null } });
    await record("o-1", { partnerId: "p-8", customerId: "c-1", occurredAt: "2026-11-20T11:00:00Z" });
    const at = (occurredAt: string) => decide({ customerId: "c-1", occurredAt });
    expect(says(await at("2026-11-20T10:59:59.999Z"))).toMatchObject({ partnerId: null });
    expect(says(await at("2026-11-20T11:00:00Z"))).toMatchObject(BOBS);
    expect(says(await at("2027-02-20T10:59:59.999Z"))).toMatchObject(BOBS);
    expect(says(await at("2027-02-20T11:00:00Z"))).toMatchObject({ partnerId: null });
  });

  it("pays nothing while the bound partner's membership is inactive, and nobody else either", async () => {
    const { record, changeMember, decide } = await onEngine();
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    await changeMember("p-8", { active: false });
    const refused = await decide({ customerId: "c-1", partnerId: "p-7" });
    expect(refused).toMatchObject({
      ...{ status: "rejected", reason: "not-active", partnerId: "p-8" },
      payout: "0.00",
    });
    expect(refused.notes).toHaveLength(2);
    await changeMember("p-8", { active: true });
    expect(says(await decide({ customerId: "c-1" }))).toMatchObject(BOBS);
  });

  it("is decided again just as it was, whatever was bound since", async () => {
    const { record, service } = await onEngine();
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    for (const [id, event] of [
      ["o-2", { customerId: "c-1", partnerId: "p-7", explain: true }],
      ["o-3", { customerId: "c-1", orderTotal: "10", explain: true }],
    ] as const) {
      const recorded = await record(id, event);
      await service.rooms.customers.customers.documents.findOneAndUpdate({ _id: "acme/c-1" }, { $set: { held: [] } });
      const stored = await service.rooms.conversions.find("acme", id);
      const again = await decideAgain(service.rooms, stored as NonNullable<typeof stored>, { explain: true });
      expect({ conversionId: id, ...again.decision }).toEqual(recorded);
    }
  });
});

describe("lifetime, along with the rest", () => {
  it("is found by the bound partner's terms, also where those of nobody pay nothing for life", async () => {
    const { record, decide, put, wait } = await started();
    await put(saleTerms("20", { groups: [life("7", "1")] }), {}, GOLD);
    await put(saleTerms("10"));
    wait();
    await record("o-1", { partnerId: "p-7", customerId: "c-1" });
    expect(says(await decide({ customerId: "c-1" }))).toMatchObject({ partnerId: "p-7", rule: "life", payout: "7.00" });
  });

  it("is found by a stored personal payout alone", async () => {
    const { record, decide, send, put, wait } = await started();
    await put(saleTerms("10"));
    const own = personalPayout("own", "p-8", "9");
    own.event.params.payout = { ...own.event.params.payout, model: "lifetime" as never };
    await send("POST", "/api/programs/acme/terms/standard/events/sale/personal-payouts", own);
    wait();
    await record("o-1", { partnerId: "p-8", customerId: "c-1" });
    expect(says(await decide({ customerId: "c-1" }))).toMatchObject({ partnerId: "p-8", rule: "own", payout: "9.00" });
  });

  it("is not looked for without a customer, or without a lifetime payout in the program", async () => {
    const { decide, service, put, wait } = await started();
    const looked: string[] = [];
    const { recorded } = service.rooms;
    const bound = recorded.bound;
    recorded.bound = async (program, customer, moment) => {
      looked.push(customer);
      return bound(program, customer, moment);
    };
    await decide({});
    await decide({ customerId: "" });
    expect(looked).toEqual([]);
    const forLife = service.clock.now().toISOString();
    await decide({ customerId: "c-1" });
    expect(looked).toEqual(["c-1"]);
    wait();
    await put(saleTerms("10"));
    await decide({ customerId: "c-2" });
    expect(looked).toEqual(["c-1"]);
    await decide({ customerId: "c-3", occurredAt: forLife });
    expect(looked).toEqual(["c-1", "c-3"]);
  });
});

describe("a lifetime payout that is a tier", () => {
  it("is asked by the bound partner's past, also when it is decided again", async () => {
    const { record, put, service, wait } = await started();
    const tier = { ...life("5", "1"), conditions: { all: [{ ...TIER, operator: "lessThan" as const, value: "150" }] } };
    await put(saleTerms("10", { groups: [tier] }));
    wait();
    expect(says(await record("o-1", { partnerId: "p-8", customerId: "c-1" }))).toMatchObject({ rule: "life" });
    expect(says(await record("o-2", { customerId: "c-1" }))).toMatchObject(BOBS);
    const other = await record("o-3", { customerId: "c-1", partnerId: "p-9", explain: true });
    expect(says(other)).toMatchObject({ partnerId: "p-9", rule: "life" });
    const stored = await service.rooms.conversions.find("acme", "o-3");
    expect(stored?.recalled).toMatchObject({
      past: { partnerRevenue: "0.00" },
      boundPast: { partnerRevenue: "200.00" },
    });
    const again = await decideAgain(service.rooms, stored as NonNullable<typeof stored>, { explain: true });
    expect({ conversionId: "o-3", ...again.decision }).toEqual(other);
  });
});

describe("while the store is away, /evaluate", () => {
  it("goes on where nothing recorded is asked for, and answers 503 where something is", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service, evaluate, put, wait } = await started({ storage });
    const tier = { ...life("1", "1"), id: "tier", conditions: { all: [TIER] } };
    await put(saleTerms("20", { groups: [life("5", "20"), tier] }), {}, GOLD);
    wait();
    storage.away = true;
    const asked = async (event: object) => {
      const { status, body } = await evaluate(event);
      return [status, status === 200 ? body.payout : body.type];
    };
    expect(await asked({ partnerId: "p-8" })).toEqual([200, "5.00"]);
    expect(await asked({ partnerId: "p-8", customerId: "c-1" })).toEqual([503, "/problems/unavailable"]);
    expect(await asked({ partnerId: "p-7" })).toEqual([503, "/problems/unavailable"]);
    expect(await asked({ partnerId: "p-8", clickId: "clk-1" })).toEqual([503, "/problems/unavailable"]);
    storage.away = false;
    expect(await asked({ partnerId: "p-7", customerId: "c-1" })).toEqual([200, "5.00"]);
    expect(service.rooms.known.readiness).toBe("ready");
  });
});
