import type { ConversionDetails } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { ifMatch, saleTerms, startedWithProgram } from "../../testing/test-service.ts";
import { NOTHING } from "../tallies/tally-store.ts";

const SEED = 20261121;
const ACME = "/api/programs/acme";
const at = (id: string, what = "") => `${ACME}/conversions/${encodeURIComponent(id)}${what && `/${what}`}`;

const ITEMS = [
  { sku: "shoe", category: "Shoes", quantity: 2, amount: "60.00" },
  { sku: "hat", category: "Hats", quantity: 1, amount: "40.00" },
];

describe.each(ENGINES)("correcting a conversion: %s", (_engine, engine) => {
  async function started(terms = saleTerms("10"), holdingDays = 30) {
    const { service, put, ...door } = await startedWithProgram({ storage: (await engine())() });
    const program = (await service.send("GET", ACME)).body;
    await service.send("PATCH", ACME, { holdingDays }, ifMatch(program.revision));
    await put(terms);
    const record = async (conversionId: string, more: object = {}) => {
      const reply = await service.send("POST", "/conversions", {
        ...{ conversionId, program: "acme", eventType: "sale", partnerId: "p-1", orderTotal: "100" },
        ...more,
      });
      expect(reply.status, reply.text).toBe(200);
    };
    const correct = (id: string, what: string, revision: number, body?: object) =>
      service.send("POST", at(id, what), body, ifMatch(revision));
    const { rooms } = service;
    const entries = (id: string) => rooms.conversions.entriesOf("acme", id);
    const used = async () => {
      const found = await rooms.usage.usages.documents.find({ program: "acme" });
      return [...new Set(found.map(({ conversions, revenue }) => `${conversions} ${revenue}`))];
    };
    const tallied = async () => {
      const [all] = await rooms.tallies.partners.documents.find({ program: "acme", month: "all" });
      return all?.days.all;
    };
    const history = async () => (await service.send("GET", `/api/history?program=acme&thing=conversion`)).body.items;
    return { service, put, ...door, record, correct, entries, used, tallied, history };
  }

  it("takes part of it back at the frozen rate, whatever the terms say by now", async () => {
    const { record, correct, put, entries, used, tallied, history, service } = await started();
    await record("c-1");
    const earned = await entries("c-1");
    service.clock.advance(60_000);
    await put(saleTerms("50"));
    const { status, body, headers } = await correct("c-1", "reverse", 1, { amount: "40", reason: "One shoe back" });
    expect([status, body.state, body.revision, headers.get("etag")]).toEqual([200, "pending", 2, '"2"']);
    expect(body.net).toEqual({ sale: "60.00", payout: "6.00", platformFee: "0.00", advertiserCost: "6.00" });
    expect(body.decided.payout).toBe("10.00");
    const [first, second] = await entries("c-1");
    expect([first]).toEqual(earned);
    expect(second).toMatchObject({ kind: "reversed", payout: -400, sale: -4_000, count: 0, reason: "One shoe back" });
    expect(second?.payableFrom).toBe(first?.payableFrom);
    expect([await used(), await tallied()]).toEqual([
      ["1 600"],
      { ...NOTHING, conversions: 1, sale: 6_000, payout: 600 },
    ]);
    expect((await history()).map(({ sentence, thing, partners }: never) => ({ sentence, thing, partners }))).toEqual([
      {
        sentence: "c-1 is reversed in part, 40.00 USD of its sale, 4.00 USD of payout is taken back: One shoe back",
        thing: { kind: "conversion", id: "c-1", name: "c-1" },
        partners: ["p-1"],
      },
    ]);
  });

  it("reverses what is left, gives back its room under the caps, and counts it no more", async () => {
    const { record, correct, used, tallied } = await started();
    await record("a/b c%41?#");
    await correct("a/b c%41?#", "reverse", 1, { amount: "33.33", reason: "Back" });
    const { body } = await correct("a/b c%41?#", "reverse", 2, { reason: "All back" });
    expect([body.state, body.payableFrom, body.net.advertiserCost, body.net.sale]).toEqual([
      "reversed",
      null,
      "0.00",
      "0.00",
    ]);
    expect([await used(), await tallied()]).toEqual([["0 0"], { ...NOTHING, reversed: 1 }]);
    const again = await correct("a/b c%41?#", "reverse", 3, { reason: "Once more" });
    expect([again.status, again.body.detail]).toEqual([
      409,
      'The conversion "a/b c%41?#" is reversed whole already, so there is nothing left to correct. Nothing was changed.',
    ]);
  });

  it("rejects it with a reason, and counts it as rejected", async () => {
    const { record, correct, used, tallied, entries } = await started();
    await record("c-1");
    const { body } = await correct("c-1", "reject", 1, { reason: "Own purchase" });
    expect([body.state, body.rejection, body.reason, body.net.payout]).toEqual([
      "rejected",
      "Own purchase",
      null,
      "0.00",
    ]);
    expect((await entries("c-1")).map(({ kind, payout, count }) => [kind, payout, count])).toEqual([
      ["earned", 1_000, 1],
      ["rejected", -1_000, -1],
    ]);
    expect([await used(), await tallied()]).toEqual([["0 0"], { ...NOTHING, rejected: 1 }]);
    expect((await correct("c-1", "approve", 2)).status).toBe(409);
  });

  it("ends the holding days of what is left, once", async () => {
    const { record, correct, entries, service } = await started();
    await record("c-1");
    await correct("c-1", "reverse", 1, { amount: "50", reason: "Back" });
    service.clock.advance(60_000);
    const { body } = await correct("c-1", "approve", 2);
    expect([body.state, body.payableFrom, body.net.payout]).toEqual(["payable", "2026-11-20T10:01:00.000Z", "5.00"]);
    expect(
      (await entries("c-1")).map(({ kind, payableFrom, payout }) => [kind, payableFrom.slice(0, 10), payout]),
    ).toEqual([
      ["earned", "2026-12-20", 1_000],
      ["reversed", "2026-12-20", -500],
      ["approved", "2026-12-20", -500],
      ["approved", "2026-11-20", 500],
    ]);
    const again = await correct("c-1", "approve", 3);
    expect([again.status, again.body.detail]).toEqual([
      409,
      'The conversion "c-1" is payable since 2026-11-20T10:01:00.000Z, so there is nothing to approve.',
    ]);
  });

  it("takes items back: their lines at item level, their net amounts at order level", async () => {
    const byItem = saleTerms("10");
    const [event] = byItem.events;
    const { record, correct } = await started({ ...byItem, events: [{ ...event, level: "item" } as never] });
    await record("c-1", { items: ITEMS, orderDiscount: "10" });
    const { body } = await correct("c-1", "reverse", 1, { items: [1], reason: "Hat back" });
    expect([body.net.sale, body.net.payout, body.reversibleItems]).toEqual(["54.00", "5.40", [0]]);
    const refused = await correct("c-1", "reverse", 2, { items: [1], reason: "Hat back" });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: "/items/0", message: "names item 1, which is reversed already" }],
    ]);

    const orders = await started();
    await orders.record("c-1", { items: ITEMS, orderTotal: undefined });
    const order = await orders.correct("c-1", "reverse", 1, { items: [0], reason: "Shoes back" });
    expect([order.body.net.sale, order.body.net.payout, order.body.reversibleItems]).toEqual(["40.00", "4.00", [1]]);
  });

  it.each<[string, object, string, string]>([
    [
      "more than is left",
      { amount: "100.01", reason: "x" },
      "/amount",
      "must be at most 100.00 USD, which is left of the sale, not 100.01 USD",
    ],
    [
      "more digits than the currency has",
      { amount: "1.005", reason: "x" },
      "/amount",
      "must have at most 2 digits after the point, as USD has, not 1.005",
    ],
    [
      "an amount and items",
      { amount: "1", items: [0], reason: "x" },
      "",
      "names an amount and items; send one of them, or neither for all of it",
    ],
    [
      "a field that is not known",
      { amont: "1", reason: "x" },
      "/amont",
      '"amont" is not known here. Did you mean "amount"?',
    ],
  ])("refuses %s, and changes nothing", async (_, body, pointer, message) => {
    const { record, correct, service, entries } = await started();
    await record("c-1");
    const refused = await correct("c-1", "reverse", 1, body);
    expect([refused.status, refused.body.errors[0]]).toEqual([422, { pointer, message }]);
    expect([(await entries("c-1")).length, (await service.send("GET", at("c-1"))).body.revision]).toEqual([1, 1]);
  });

  it("refuses a correction without a reason, made from an older revision, or of what is not there", async () => {
    const { record, correct, service } = await started();
    await record("c-1");
    expect((await correct("c-1", "reject", 1, { reason: " " })).status).toBe(422);
    expect((await service.send("POST", at("c-1", "approve"))).status).toBe(428);
    await correct("c-1", "approve", 1);
    expect((await correct("c-1", "reverse", 1, { reason: "x" })).status).toBe(412);
    expect((await correct("c-2", "reverse", 1, { reason: "x" })).status).toBe(404);
  });

  it("counts one of many corrections that come at once", async () => {
    const { record, correct, entries, history } = await started();
    await record("c-1");
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => correct("c-1", "reverse", 1, { amount: "10", reason: "Back" })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
    expect([(await entries("c-1")).length, (await history()).length]).toEqual([2, 1]);
  });

  it("gives back the customer's order, and ends a binding whose orders are all reversed", async () => {
    const lifetime = saleTerms("10", {
      default: { payout: { model: "lifetime", partner: { percent: "10" } } },
    } as never);
    const { record, correct, service } = await started(lifetime);
    const customer = async () => {
      const last = (await service.rooms.customers.find("acme", "k-1"))?.bindings.at(-1);
      return last && [last.partner, last.orders, last.conversion];
    };
    await record("c-1", { customerId: "k-1" });
    await record("c-2", { customerId: "k-1", partnerId: "p-2" });
    expect(await customer()).toEqual(["p-1", 2, "c-1"]);
    await correct("c-1", "reverse", 1, { amount: "99", reason: "x" });
    expect(await customer()).toEqual(["p-1", 2, "c-1"]);
    await correct("c-1", "reverse", 2, { reason: "x" });
    expect(await customer()).toEqual(["p-1", 1, "c-1"]);
    const last = await correct("c-2", "reject", 1, { reason: "x" });
    expect([last.status, await customer()]).toEqual([200, undefined]);
    await record("c-3", { customerId: "k-1", partnerId: "p-2" });
    expect(await customer()).toEqual(["p-2", 1, "c-3"]);
  });

  it("never changes what the ledger holds, and its entries come to the net, whatever is done", {
    timeout: 60_000,
  }, async () => {
    const { record, correct, service, tallied, used } = await started(
      saleTerms("7.5", {
        level: "item",
        default: { payout: { model: "CPS", partner: { percent: "7.5" }, platform: { percent: "2.25" } } },
      } as never),
    );
    const { documents } = service.rooms.conversions.ledger;
    const step = fc.oneof(
      fc.record({ what: fc.constant("reverse"), share: fc.double({ min: 0, max: 1.1, noNaN: true }) }),
      fc.record({ what: fc.constant("reverse"), item: fc.nat(2) }),
      fc.record({ what: fc.constantFrom("approve", "reject", "reverse") }),
    );
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const id = `c-${made++}`;
        await record(id, { items: ITEMS, orderTotal: undefined, orderDiscount: "3.33" });
        for (const { what, ...how } of steps as { what: string; share?: number; item?: number }[]) {
          const before: ConversionDetails = (await service.send("GET", at(id))).body;
          const ledger = await documents.find({}, { sort: { _id: 1 } });
          const amount = how.share === undefined ? undefined : (Number(before.net.sale) * how.share).toFixed(2);
          const items = how.item === undefined ? undefined : [how.item];
          const body = what === "approve" ? undefined : { ...(what === "reverse" && { amount, items }), reason: "x" };
          const { status } = await correct(id, what, before.revision, body);
          const after: ConversionDetails = (await service.send("GET", at(id))).body;
          const now = await documents.find({}, { sort: { _id: 1 } });
          const there = new Map(now.map((entry) => [entry._id, entry]));
          for (const entry of ledger) expect(JSON.stringify(there.get(entry._id))).toBe(JSON.stringify(entry));
          if (status !== 200) expect([status >= 409, now.length, after]).toEqual([true, ledger.length, before]);
          for (const key of ["sale", "payout", "platformFee", "advertiserCost"] as const) {
            const sum = after.ledger.reduce((total, entry) => total + Math.round(Number(entry[key]) * 100), 0);
            expect(sum).toBe(Math.round(Number(after.net[key]) * 100));
            expect(sum).toBeGreaterThanOrEqual(0);
          }
          const { payout, platformFee, advertiserCost } = after.net;
          expect((Number(payout) + Number(platformFee)).toFixed(2)).toBe(advertiserCost);
        }
      }),
      { seed: SEED, numRuns: 25 },
    );
    const all = await service.rooms.conversions.conversions.documents.find({ program: "acme" });
    const sum = (of: (conversion: (typeof all)[number]) => number) => all.reduce((total, each) => total + of(each), 0);
    const live = sum(({ status }) => (status === "payable" ? 1 : 0));
    expect(await tallied()).toEqual({
      ...NOTHING,
      conversions: live,
      reversed: sum(({ status }) => (status === "reversed" ? 1 : 0)),
      rejected: sum(({ status }) => (status === "rejected" ? 1 : 0)),
      sale: sum(({ net }) => net.sale),
      payout: sum(({ net }) => net.payout),
      fee: sum(({ net }) => net.fee),
    });
    expect(await used()).toEqual([`${live} ${sum(({ net }) => net.payout + net.fee)}`]);
  });
});
