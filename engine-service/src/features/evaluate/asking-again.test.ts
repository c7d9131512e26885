import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { memberDoors } from "../../testing/member-doors.ts";
import { atHour, startedWithMembers } from "../../testing/paid-members.ts";
import { doors, ifMatch, STANDARD, saleTerms, startService, temporaryStorage } from "../../testing/test-service.ts";

describe("asking again gives the same answer", () => {
  it("whatever was changed since, also from another process that read everything anew", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const acme = await startedWithMembers({ storage });
    const { decide, wait, service } = acme;
    const EVENTS = [
      { partnerId: "p-7" },
      { partnerId: "p-9" },
      { promoCode: "SUMMER" },
      { promoCode: "WINTER" },
      { partnerId: "p-8", promoCode: "SUMMER" },
      {},
    ];
    const asked: { event: object; answer: object }[] = [];
    const steps = [
      async () => {},
      () => acme.giveCode("p-7", "SUMMER", { until: atHour(7) }),
      () => acme.changeMember("p-7", { terms: "standard", termsFrom: atHour(5.5) }),
      () => acme.changeProgram({ attribution: "click" }),
      () => acme.changePartner("p-7", { status: "inactive" }),
      () => acme.changePartner("p-7", { status: "active", revenueShare: "70" }),
      () => acme.givePayout(STANDARD, "deal", "p-8", "33", "WINTER"),
      () => acme.changeProgram({ access: "members-only", defaultTerms: "gold" }),
      () => acme.join("p-9", { from: atHour(0) }),
      () => acme.leave("p-8", 1),
      () => acme.changeCode("SUMMER", { active: false }),
      () => acme.changeProgram({ status: "paused" }),
    ];
    for (const step of steps) {
      await step();
      wait(1);
      for (const more of EVENTS) {
        const event = { ...more, occurredAt: service.clock.now().toISOString(), explain: true };
        asked.push({ event, answer: await decide(event) });
      }
    }
    const restarted = doors(await startService({ storage, clock: service.clock }));
    for (const { event, answer } of asked) {
      expect(await decide(event)).toEqual(answer);
      expect((await restarted.evaluate(event)).body).toEqual(answer);
    }
    expect(new Set(asked.map(({ answer }) => JSON.stringify({ ...answer, occurredAt: "" }))).size).toBeGreaterThan(20);
  });

  it("so an event waits while its partner's status is being stored, in whichever program", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service, evaluate, put, createProgram } = await startedWithMembers({ storage });
    await createProgram("other");
    await put(saleTerms("1"), {}, "/api/programs/other/terms/standard");
    service.clock.advance(1);
    let goOn = () => {};
    storage.slow.set(
      "partners",
      new Promise((resolve) => {
        goOn = () => resolve(undefined);
      }),
    );
    const changing = service.send("PATCH", "/api/partners/p-7", { status: "inactive" }, ifMatch(1));
    await delay(50);
    service.clock.advance(10);
    let answered = false;
    const asked = evaluate({ program: "other", partnerId: "p-7" }).finally(() => {
      answered = true;
    });
    await delay(150);
    expect(answered).toBe(false);
    goOn();
    expect([(await changing).status, (await asked).body.reason]).toEqual([200, "not-active"]);
  });
});

describe("while the store is away", () => {
  it("members, partners, codes and coupon codes go on deciding", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service, decide, giveCode, givePayout, changePartner } = await startedWithMembers({ storage });
    await giveCode("p-7", "SUMMER");
    await givePayout(STANDARD, "deal", "p-8", "33", "BOB");
    await changePartner("p-9", { status: "inactive" });
    storage.away = true;
    await service.rooms.refresher.look();
    expect(service.rooms.known.readiness).toBe("degraded");
    expect(await decide({ promoCode: "SUMMER" })).toMatchObject({ partnerId: "p-7", payout: "20.00" });
    expect(await decide({ promoCode: "BOB" })).toMatchObject({ partnerId: "p-8", payout: "33.00" });
    expect(await decide({ partnerId: "p-9" })).toMatchObject({ reason: "not-active" });
    expect((await memberDoors(service).join("p-9")).status).toBe(503);
  });
});
