import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { doors, personalPayout, STANDARD, saleTerms, startService, tierGroup } from "../../testing/test-service.ts";
import { decideAgain } from "../conversions/decide-again.ts";
import { recordingTask } from "../conversions/record-conversion.ts";
import { pastOf, talliesIn } from "./past.ts";

const NEW_YORK = "America/New_York";

/** A program that pays 10 %, and by its groups more to partners who reached something. */
async function started(
  storage: Awaited<ReturnType<(typeof ENGINES)[0][1]>>,
  groups: ReturnType<typeof tierGroup>[],
  timezone = "UTC",
) {
  const service = await startService({ storage: storage() });
  await service.send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone });
  const published = await doors(service).put({ ...saleTerms("10", { groups }), timezone });
  expect(published.status, published.text).toBe(201);
  service.clock.advance(1);
  let at = 0;
  const event = (orderTotal: string, more: object = {}) => ({
    ...{ conversionId: `c-${++at}`, program: "acme", eventType: "sale", partnerId: "p-7", orderTotal },
    ...more,
  });
  const record = async (orderTotal: string, more: object = {}) => {
    const { status, body } = await service.send("POST", "/conversions", event(orderTotal, more));
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const wins = async (orderTotal: string, more: object = {}) => (await record(orderTotal, more)).match.id;
  const evaluate = async (more: object = {}) =>
    (await service.send("POST", "/evaluate", { ...event("1", more), conversionId: undefined })).body;
  const past = async (day = "2026-11-20", partner = "p-7") =>
    pastOf(talliesIn(service.rooms.tallies), { _id: "acme", currency: "USD" }, partner, day);
  return { service, send: service.send, event, record, wins, evaluate, past };
}

const THIS_MONTH = "partnerRevenueThisMonth";

describe.each(ENGINES)("performance tiers: %s", (_engine, engine) => {
  it("take the conversions beyond the step: the first after 10,000.00, between two of one batch", async () => {
    const { service, event, record, past } = await started(await engine(), [tierGroup(THIS_MONTH, "10000", "15")]);
    const { rooms } = service;
    expect(await record("9999.99")).toMatchObject({ match: { kind: "default" } });
    const program = rooms.known.program("acme") as NonNullable<ReturnType<typeof rooms.known.program>>;
    const how = { door: "api" as const, by: { id: "k", name: "Key" }, input: null };
    const tasks = await Promise.all(
      ["0.01", "100", "100"].map((total) => recordingTask(rooms, program, event(total), how)),
    );
    const recorded = await Promise.all(tasks.map((task) => rooms.journal.enter("acme", task)));
    expect(recorded.map(({ conversion: { decision } }) => decision.payout)).toEqual(["0.00", "15.00", "15.00"]);
    const stored = await rooms.conversions.conversions.documents.find({ program: "acme" });
    expect(new Set(stored.filter(({ conversion }) => conversion !== "c-1").map(({ seq }) => seq)).size).toBe(1);
    expect(await past()).toEqual({
      ...{ partnerConversions: "4", partnerConversionsThisMonth: "4", partnerConversionsLast30Days: "4" },
      ...{ partnerRevenue: "10200.00", partnerRevenueThisMonth: "10200.00", partnerRevenueLast30Days: "10200.00" },
    });
  });

  it("hold in /evaluate by what is recorded so far, and for the partner whose it is", async () => {
    const { record, evaluate } = await started(await engine(), [tierGroup(THIS_MONTH, "100", "15")]);
    await record("100");
    const reached = await evaluate({ explain: true });
    expect(reached.match.id).toBe(THIS_MONTH);
    expect(reached.trace[0].conditions).toMatchObject([{ fact: THIS_MONTH, actual: "100.00", missing: false }]);
    const other = await evaluate({ partnerId: "p-8", explain: true });
    expect(other.match.id).toBeNull();
    expect(other.trace[0].conditions).toMatchObject([{ actual: "0.00", missing: false }]);
    const nobody = await evaluate({ partnerId: null, explain: true });
    expect(nobody.trace[0].conditions).toMatchObject([{ actual: null, missing: true }]);
  });

  it("begin each month anew, on the program's clock", async () => {
    const { wins } = await started(await engine(), [tierGroup(THIS_MONTH, "100", "15")], NEW_YORK);
    // Summer time ends on 1 November: that day begins at 04:00 UTC and has 25 hours.
    expect(await wins("100", { occurredAt: "2026-11-01T03:59:59.999Z" })).toBeNull();
    expect(await wins("1", { occurredAt: "2026-11-01T03:59:59.999Z" })).toBe(THIS_MONTH);
    expect(await wins("100", { occurredAt: "2026-11-01T04:00:00Z" })).toBeNull();
    expect(await wins("1", { occurredAt: "2026-12-01T04:59:59.999Z" })).toBe(THIS_MONTH);
    expect(await wins("1", { occurredAt: "2026-12-01T05:00:00Z" })).toBeNull();
    expect(await wins("1", { occurredAt: "2026-10-01T04:00:00Z" })).toBe(THIS_MONTH);
    expect(await wins("1", { occurredAt: "2026-10-01T03:59:59.999Z" })).toBeNull();
  });

  it("look back thirty local days, this one among them, over three months and a change of the clock", async () => {
    const fact = "partnerConversionsLast30Days";
    const { record, evaluate } = await started(await engine(), [tierGroup(fact, "1", "15")], NEW_YORK);
    const at = async (occurredAt: string) => (await evaluate({ occurredAt })).match.id;
    await record("1", { occurredAt: "2026-10-15T23:59:00-04:00" });
    expect(await at("2026-11-13T23:59:59-05:00")).toBe(fact);
    expect(await at("2026-11-14T00:00:00-05:00")).toBeNull();
    expect(await at("2026-10-15T00:00:00-04:00")).toBe(fact);
    expect(await at("2026-10-14T23:59:59-04:00")).toBeNull();
    await record("1", { occurredAt: "2027-01-31T12:00:00Z" });
    expect(await at("2027-03-01T12:00:00Z")).toBe(fact);
    expect(await at("2027-03-02T12:00:00Z")).toBeNull();
  });

  it("count private conversions too, but none that is KPI, rejected or reversed", async () => {
    const groups = [
      tierGroup("partnerConversions", "99", "1"),
      {
        ...tierGroup("orderTotal", "500", "10", { visibility: "private" }),
      },
      {
        ...tierGroup("orderTotal", "400", "10", { classification: "kpi" }),
        id: "kpi",
      },
    ];
    const { send, record, past } = await started(await engine(), groups);
    const private_ = await record("500");
    expect(private_.visibility).toBe("private");
    expect((await record("400")).status).toBe("kpi");
    expect((await record("1", { orderTotal: undefined })).reason).toBe("base-missing");
    await record("100");
    expect(await past()).toMatchObject({ partnerConversions: "2", partnerRevenue: "600.00" });
    const address = `/api/programs/acme/conversions/${private_.conversionId}`;
    const part = await send("POST", `${address}/reverse`, { amount: "200", reason: "Part" }, { "If-Match": '"1"' });
    expect(part.status, part.text).toBe(200);
    expect(await past()).toMatchObject({ partnerConversions: "2", partnerRevenueThisMonth: "400.00" });
    await send("POST", `${address}/reverse`, { reason: "The rest" }, { "If-Match": '"2"' });
    expect(await past()).toMatchObject({ partnerConversions: "1", partnerRevenueLast30Days: "100.00" });
  });

  it("are decided again as they were, or as they would be with a whole month", async () => {
    const { service, record } = await started(await engine(), [tierGroup(THIS_MONTH, "100", "15")]);
    const first = await record("100", { explain: true });
    await record("1");
    const stored = await service.rooms.conversions.find("acme", first.conversionId);
    const conversion = stored as NonNullable<typeof stored>;
    expect(conversion.recalled.past).toMatchObject({ partnerRevenueThisMonth: "0.00" });
    const { decision } = await decideAgain(service.rooms, conversion, { explain: true });
    expect({ conversionId: first.conversionId, ...decision }).toEqual(first);
    const bonus = await decideAgain(service.rooms, conversion, {
      past: { ...conversion.recalled.past, partnerRevenueThisMonth: "101.00" },
    });
    expect(bonus.decision.payout).toBe("15.00");
  });
});

describe("what a partner reached", () => {
  const [, engine] = ENGINES[0] as (typeof ENGINES)[0];

  it("is asked for by a stored personal payout too", async () => {
    const { service, send, record, evaluate } = await started(await engine(), []);
    const payout = personalPayout("own", "p-7", "40");
    const asking = { ...payout, conditions: { all: [{ fact: THIS_MONTH, operator: "greaterThan", value: "99" }] } };
    const stored = await send("POST", `${STANDARD}/events/sale/personal-payouts`, asking);
    expect(stored.status, stored.text).toBe(201);
    service.clock.advance(1);
    await record("100");
    expect((await evaluate()).match).toMatchObject({ kind: "personal", id: "own" });
  });

  it("is looked up only where a rule asks for it", async () => {
    const { service, evaluate, send } = await started(await engine(), [
      { ...tierGroup("partnerRevenue", "1", "15"), id: "off", enabled: false } as never,
    ]);
    const { recorded } = service.rooms;
    const past = recorded.past;
    let looks = 0;
    recorded.past = (...asked) => {
      looks += 1;
      return past(...asked);
    };
    await evaluate();
    expect(looks).toBe(0);
    const nested = { all: [{ any: [{ not: { fact: "partnerRevenue", operator: "lessThan", value: "1" } }] }] };
    await send("POST", `${STANDARD}/events/sale/personal-payouts`, {
      ...personalPayout("own", "p-7", "1"),
      conditions: nested,
    });
    service.clock.advance(1);
    await evaluate({ partnerId: "p-8" });
    expect(looks).toBe(0);
    await evaluate();
    expect(looks).toBe(1);
  });
});
