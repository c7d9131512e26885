import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import {
  doors,
  ifMatch,
  saleTerms,
  startedWithProgram,
  startService,
  temporaryStorage,
} from "../../testing/test-service.ts";

const GOLD = "/api/programs/acme/terms/gold";

describe("programs", () => {
  it("come with their default terms, in their currency and time zone, with a draft and without a version", async () => {
    const service = await startService();
    const created = await doors(service).createProgram("acme", "JPY");
    expect([created.status, created.headers.get("location"), created.headers.get("etag")]).toEqual([
      201,
      "/api/programs/acme",
      '"1"',
    ]);
    expect(created.body).toEqual({
      ...{ id: "acme", name: "Acme", currency: "JPY", timezone: "UTC", defaultTerms: "standard", revision: 1 },
      ...{ caps: [], holdingDays: 0, lifetime: { months: null, orders: null }, tiers: "beyond-step" },
      ...{ status: "active", access: "open", attribution: "code", codePattern: "{NAME}{NN}" },
      createdAt: "2026-11-20T10:00:00.000Z",
    });
    const { body } = await service.send("GET", "/api/programs/acme/terms");
    expect(body).toEqual({
      items: [
        expect.objectContaining({ id: "standard", isDefault: true, eventTypes: [], draftRevision: 1, latest: null }),
      ],
      nextCursor: null,
    });
    expect((await doors(service).draft()).terms).toMatchObject({ currency: "JPY", timezone: "UTC", events: [] });
  });

  it("are listed in pages that neither overlap nor leave one out", async () => {
    const service = await startService();
    const ids = ["a", "b", "c", "d", "e"];
    for (const id of ids) await doors(service).createProgram(id);
    const seen: string[] = [];
    let query = "?limit=2";
    for (let pages = 0; pages < 3; pages++) {
      const { body } = await service.send("GET", `/api/programs${query}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      query = `?limit=2&cursor=${body.nextCursor}`;
    }
    expect([seen, query]).toEqual([ids, "?limit=2&cursor=null"]);
  });

  it("are made once, however many ask at the same time", async () => {
    const service = await startService();
    const statuses = await Promise.all(
      Array.from({ length: 10 }, async () => (await doors(service).createProgram()).status),
    );
    expect(statuses.sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  it("leave nothing that answers when the store goes away half-way, and the next try works", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const service = await startService({ storage });
    let goOn = () => {};
    storage.slow.set(
      "programs",
      new Promise((resolve) => {
        goOn = resolve;
      }),
    );
    const first = doors(service).createProgram("acme", "EUR");
    await expect.poll(() => service.rooms.terms.find("acme", "standard")).not.toBeNull();
    storage.away = true;
    goOn();
    expect((await first).status).toBe(503);
    storage.away = false;
    expect((await service.send("GET", "/api/programs/acme/terms/standard")).status).toBe(404);
    expect((await doors(service).createProgram("acme", "USD")).status).toBe(201);
    expect((await doors(service).draft()).terms.currency).toBe("USD");
  });

  it("change by the revision that If-Match names, and only by that", async () => {
    const service = await startService();
    await doors(service).createProgram();
    const renamed = await service.send("PATCH", "/api/programs/acme", { name: "Acme Inc" }, ifMatch(1));
    expect([renamed.status, renamed.body.name, renamed.headers.get("etag")]).toEqual([200, "Acme Inc", '"2"']);
    expect((await service.send("PATCH", "/api/programs/acme", { name: "Late" }, ifMatch(1))).status).toBe(412);
    expect((await service.send("GET", "/api/programs/acme")).body.name).toBe("Acme Inc");
  });
});

describe("default terms", () => {
  async function withGold() {
    const started = await startedWithProgram();
    await started.service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold" });
    await started.put(saleTerms("20"), {}, GOLD);
    return started;
  }
  const makeDefault = (
    service: Awaited<ReturnType<typeof withGold>>["service"],
    defaultTerms: string,
    revision: number,
  ) => service.send("PATCH", "/api/programs/acme", { defaultTerms }, ifMatch(revision));

  it("hold from their change on; an event before it is decided by those that held then", async () => {
    const { service, evaluate } = await withGold();
    const before = service.clock.now().toISOString();
    service.clock.advance(60_000);
    expect((await makeDefault(service, "gold", 1)).body.defaultTerms).toBe("gold");
    service.clock.advance(60_000);
    expect((await evaluate()).body).toMatchObject({ terms: { id: "gold", version: 1 }, payout: "20.00" });
    expect((await evaluate({ occurredAt: before })).body).toMatchObject({ terms: { id: "standard" }, payout: "10.00" });
    await makeDefault(service, "standard", 2);
    service.clock.advance(1);
    expect((await evaluate()).body.terms.id).toBe("standard");
    expect((await evaluate({ occurredAt: "2026-11-20T10:01:30Z" })).body.terms.id).toBe("gold");
  });

  it("must be there and published, or nobody's event could be decided", async () => {
    const { service } = await startedWithProgram();
    await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold" });
    for (const [id, why] of [
      ["gold", "never published"],
      ["silver", "no terms"],
    ] as const) {
      const reply = await makeDefault(service, id, 1);
      expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/defaultTerms"]);
      expect(reply.body.detail).toContain(why);
    }
  });

  it("cannot be removed; other terms can, and their versions go on deciding the time when they held", async () => {
    const { service, evaluate } = await withGold();
    expect((await service.send("DELETE", "/api/programs/acme/terms/standard", undefined, ifMatch(2))).status).toBe(409);
    service.clock.advance(1_000);
    await makeDefault(service, "gold", 1);
    expect((await service.send("DELETE", "/api/programs/acme/terms/standard", undefined, ifMatch(1))).status).toBe(412);
    expect((await service.send("DELETE", "/api/programs/acme/terms/standard", undefined, ifMatch(2))).status).toBe(204);
    expect((await service.send("GET", "/api/programs/acme/terms/standard")).status).toBe(404);
    expect((await service.send("GET", "/api/programs/acme/terms")).body.items).toHaveLength(1);
    expect((await service.send("GET", "/api/programs/acme/terms/standard/versions")).body.items).toHaveLength(1);
    expect((await evaluate({ occurredAt: "2026-11-19T00:00:00Z" })).body.terms).toEqual({ id: "standard", version: 1 });
    const again = await service.send("POST", "/api/programs/acme/terms", { id: "standard", name: "Standard" });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("choose another id")]);
  });

  it("that were never published before others took over are passed over", async () => {
    const service = await startService();
    const door = doors(service);
    await door.createProgram();
    await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold" });
    await door.put(saleTerms("20"), {}, GOLD);
    service.clock.advance(60_000);
    await makeDefault(service, "gold", 1);
    const old = await door.evaluate({ occurredAt: "2026-01-01T00:00:00Z" });
    expect(old.body.terms).toEqual({ id: "gold", version: 1 });
    service.clock.advance(60_000);
    await door.put(saleTerms("5"));
    expect((await door.evaluate({ occurredAt: "2026-01-01T00:00:00Z" })).body).toEqual(old.body);
  });
});
