import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import {
  doors,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  startService,
  temporaryStorage,
} from "../../testing/test-service.ts";

const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

async function started() {
  const storage = new BreakableStorage(await temporaryStorage());
  const started = await startedWithProgram({ storage });
  const takeAway = async (away: boolean) => {
    storage.away = away;
    await started.service.rooms.refresher.look();
  };
  return { ...started, storage, takeAway };
}

describe("while the store is away", () => {
  it("known versions and personal payouts go on deciding, and /readyz says degraded until it is back", async () => {
    const { service, evaluate, takeAway } = await started();
    await service.send("POST", PERSONAL, personalPayout("anna", "p-7", "20"));
    service.clock.advance(1);
    expect((await service.send("GET", "/readyz")).body).toEqual({ status: "ready" });
    await takeAway(true);
    const answers = await Promise.all(Array.from({ length: 100 }, () => evaluate({ partnerId: "p-7" })));
    for (const { status, body } of answers)
      expect([status, body.terms.version, body.payout]).toEqual([200, 1, "20.00"]);
    const ready = await service.send("GET", "/readyz");
    expect([ready.status, ready.body.status]).toEqual([200, "degraded"]);
    await takeAway(false);
    expect((await service.send("GET", "/readyz")).body).toEqual({ status: "ready" });
  });

  it.each([
    ["POST", "/api/programs", { id: "new", name: "N", currency: "USD", timezone: "UTC" }],
    ["PATCH", "/api/programs/acme", { name: "N" }],
    ["PUT", `${STANDARD}/draft`, saleTerms("1")],
    ["POST", `${STANDARD}/publish`, { author: "Ana", note: "" }],
    ["POST", PERSONAL, personalPayout("anna", "p-7", "20")],
    ["DELETE", `${PERSONAL}/anna`, undefined],
    ["GET", "/api/programs", undefined],
  ])("%s %s answers 503 and says when to try again", async (method, path, body) => {
    const { service, takeAway } = await started();
    await takeAway(true);
    const reply = await service.send(method, path, body, ifMatch(2));
    expect([reply.status, reply.body.type, reply.headers.get("retry-after")]).toEqual([
      503,
      "/problems/unavailable",
      "1",
    ]);
  });

  it("an old version that is not in memory is not replaced by another one", async () => {
    const { storage, put, service } = await started();
    for (const percent of ["20", "30"]) {
      service.clock.advance(60_000);
      await put(saleTerms(percent));
    }
    // A second process, which has only what is in force in memory.
    const other = doors(await startService({ storage, clock: service.clock }));
    storage.away = true;
    expect((await other.evaluate()).body.payout).toBe("30.00");
    const old = await other.evaluate({ occurredAt: "2026-11-20T10:01:30Z" });
    expect([old.status, old.body.detail]).toEqual([503, expect.stringContaining("Version 2")]);
    storage.away = false;
    expect((await other.evaluate({ occurredAt: "2026-11-20T10:01:30Z" })).body.payout).toBe("20.00");
    storage.away = true;
    expect((await other.evaluate({ occurredAt: "2026-11-20T10:01:30Z" })).body.payout).toBe("20.00");
  });

  it("a publishing that was stored though its answer was lost is found out", async () => {
    const { storage, service, evaluate, saveDraft, publish } = await started();
    service.clock.advance(60_000);
    await saveDraft(2, saleTerms("20"));
    storage.losesAnswers = true;
    expect((await publish(3)).status).toBe(503);
    storage.losesAnswers = false;
    service.clock.advance(1);
    await service.rooms.refresher.look();
    expect((await evaluate()).body.payout).toBe("20.00");
    expect((await publish(3)).body.detail).toContain("published already, as version 2");
  });

  it("a version that was named for later still takes over at its moment", async () => {
    const { storage, put, service } = await started();
    await put(saleTerms("20"), { inForceFrom: "2026-11-21T00:00:00Z" });
    const other = doors(await startService({ storage, clock: service.clock }));
    storage.away = true;
    expect((await other.evaluate()).body.payout).toBe("10.00");
    service.clock.advance(86_400_000);
    expect((await other.evaluate()).body.payout).toBe("20.00");
  });

  it("nothing is decided before the first look has gone well, and everything after", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    await startedWithProgram({ storage });
    storage.away = true;
    const service = await startService({ storage });
    const { evaluate } = doors(service);
    expect([(await service.send("GET", "/readyz")).status, (await evaluate()).status]).toEqual([503, 503]);
    expect((await service.send("GET", "/healthz")).status).toBe(200);
    storage.away = false;
    await service.rooms.refresher.look();
    expect([(await service.send("GET", "/readyz")).status, (await evaluate()).status]).toEqual([200, 200]);
  });
});

describe("two processes on one store", () => {
  it("see each other's writes at the next look, without reading everything again", async () => {
    const { storage, put, service } = await started();
    const other = await startService({ storage, clock: service.clock });
    const { evaluate } = doors(other);
    service.clock.advance(1);
    await put(saleTerms("20"));
    await service.send("POST", PERSONAL, personalPayout("anna", "p-7", "50"));
    service.clock.advance(1);
    expect((await evaluate()).body.payout).toBe("10.00");
    await other.rooms.refresher.look();
    expect((await evaluate()).body.payout).toBe("20.00");
    expect((await evaluate({ partnerId: "p-7" })).body.payout).toBe("50.00");

    service.clock.advance(600_000);
    await other.rooms.refresher.look();
    const since = new Date(service.clock.now().getTime() - 30_000).toISOString();
    expect(await other.rooms.versions.summariesSince(since)).toEqual([]);
    expect(await other.rooms.personal.changedSince(since)).toEqual([]);
    expect(await other.rooms.programs.changedSince(since)).toEqual([]);
  });

  it("catch up with what happened while the store was out of reach", async () => {
    const { storage, put, service } = await started();
    const other = await startService({ storage, clock: service.clock });
    other.rooms.known.readiness = "degraded";
    service.clock.advance(1);
    await put(saleTerms("20"));
    service.clock.advance(3_600_000);
    await other.rooms.refresher.look();
    expect((await doors(other).evaluate()).body.payout).toBe("20.00");
  });
});

describe("a version that cannot be read", () => {
  it("refuses its own events, is reported, and keeps nobody else from deciding", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service } = await startedWithProgram({ storage });
    await doors(service).createProgram("other");
    await doors(service).put(saleTerms("10"), {}, "/api/programs/other/terms/standard");
    await storage
      .collection<{ _id: string; document: unknown }>("versions")
      .findOneAndUpdate({ _id: "other/standard/1" }, { $set: { document: { events: "torn" } } });
    const restarted = await startService({ storage });
    expect((await doors(restarted).evaluate()).status).toBe(200);
    expect((await doors(restarted).evaluate({ program: "other" })).status).toBe(500);
    expect(restarted.logged.join("")).toContain("other/standard/1");
  });
});
