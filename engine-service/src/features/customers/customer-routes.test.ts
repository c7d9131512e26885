import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { startedWithPartner } from "../../testing/member-doors.ts";
import { ifMatch, saleTerms, startService } from "../../testing/test-service.ts";

const CUSTOMERS = "/api/programs/acme/customers";
const one = (customer: string) => `${CUSTOMERS}/${encodeURIComponent(customer)}`;

const LIFETIME = saleTerms("10", {
  default: { payout: { model: "lifetime", partner: { percent: "10" } } },
});

async function started(options: Parameters<typeof startedWithPartner>[0] = {}) {
  const all = await startedWithPartner(options);
  const { service, addPartner } = all;
  await all.put(LIFETIME);
  service.clock.advance(1_000);
  await addPartner("p-8", "Bob Stone");
  const buys = (conversionId: string, customerId: string, more: object = {}) =>
    service.send("POST", "/conversions", {
      ...{ conversionId, program: "acme", eventType: "sale", orderTotal: "100", partnerId: "p-7", customerId },
      ...more,
    });
  const bind = (customer: string, revision: number, change: object) =>
    service.send("PATCH", one(customer), change, ifMatch(revision));
  const list = async (query = "") => (await service.send("GET", CUSTOMERS + query)).body;
  const told = async (customer: string) =>
    (await service.send("GET", `/api/history?thing=customer&id=${encodeURIComponent(customer)}`)).body.items;
  return { ...all, buys, bind, list, told };
}

describe.each(ENGINES)("customers of a program: %s", (_engine, engine) => {
  const startedHere = async () => started({ storage: (await engine())() });

  it("are bound by their first purchase, which is an order of the binding", async () => {
    const { service, buys, list } = await startedHere();
    await buys("o-1", "c-9", { occurredAt: "2026-11-20T10:00:00.500+00:00" });
    const reply = await service.send("GET", one("c-9"));
    expect([reply.status, reply.headers.get("etag")]).toEqual([200, '"1"']);
    expect(reply.body).toEqual({
      ...{ id: "c-9", program: "acme", partner: { id: "p-7", name: "Anna Lopez" } },
      ...{ boundAt: "2026-11-20T10:00:00.500Z", conversion: "o-1", orders: 1, until: null, revision: 1 },
    });
    expect(await list()).toEqual({ items: [reply.body], nextCursor: null });
  });

  it("say when the program's limit of months ends the binding, by its own calendar", async () => {
    const { service, buys } = await startedHere();
    const lifetime = { months: 3, orders: null };
    expect((await service.send("PATCH", "/api/programs/acme", { lifetime }, ifMatch(1))).status).toBe(200);
    await buys("o-1", "c-9", { occurredAt: "2026-11-30T12:00:00Z" });
    expect((await service.send("GET", one("c-9"))).body.until).toBe("2027-02-28T12:00:00.000Z");
  });

  it("are bound to another partner by hand, from then on, with orders counted anew; and the history says who did", async () => {
    const { service, buys, bind, told } = await startedHere();
    await buys("o-1", "c-9");
    service.clock.advance(60_000);
    const changed = await bind("c-9", 1, { partner: "p-8", reason: "Bob brought her" });
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({
      ...{ partner: { id: "p-8", name: "Bob Stone" }, boundAt: "2026-11-20T10:01:01.000Z" },
      ...{ conversion: null, orders: 0, revision: 2 },
    });
    expect(await told("c-9")).toEqual([
      expect.objectContaining({
        sentence: "Customer c-9 is bound to Bob Stone, and no longer to Anna Lopez: Bob brought her",
        ...{ thing: { kind: "customer", id: "c-9", name: "c-9" }, program: "acme", partners: ["p-7", "p-8"] },
        before: { partner: "p-7", since: "2026-11-20T10:00:01.000Z", orders: 1 },
        after: { partner: "p-8", since: "2026-11-20T10:01:01.000Z", orders: 0, reason: "Bob brought her" },
      }),
    ]);
  });

  it("are bound to nobody by hand, and stay nobody's when they buy again", async () => {
    const { service, buys, bind, told } = await startedHere();
    await buys("o-1", "c-9");
    service.clock.advance(60_000);
    const freed = await bind("c-9", 1, { partner: null });
    expect(freed.body).toMatchObject({ partner: null, boundAt: null, until: null });
    service.clock.advance(60_000);
    await buys("o-2", "c-9");
    expect((await service.send("GET", one("c-9"))).body).toEqual(freed.body);
    expect((await told("c-9"))[0].sentence).toBe("Customer c-9 is bound to nobody, and no longer to Anna Lopez");
  });

  it("are bound by hand before any purchase, also from a moment before; and only once", async () => {
    const { service, told } = await startedHere();
    const bound = { customer: "c/9 ü", partner: "p-7", boundAt: "2026-01-01T00:00:00+01:00" };
    const reply = await service.send("POST", CUSTOMERS, bound);
    expect([reply.status, reply.headers.get("location")]).toEqual([201, one("c/9 ü")]);
    expect(reply.body).toMatchObject({ boundAt: "2025-12-31T23:00:00.000Z", conversion: null, orders: 0, revision: 1 });
    expect((await service.send("GET", one("c/9 ü"))).body).toEqual(reply.body);
    expect((await service.send("POST", CUSTOMERS, bound)).status).toBe(409);
    expect((await told("c/9 ü")).map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "Customer c/9 ü is bound to Anna Lopez, from Dec 31, 2025, 23:00 on",
    ]);
  });

  it("change nothing, and tell nothing, where they are bound so already", async () => {
    const { buys, bind, told } = await startedHere();
    await buys("o-1", "c-9");
    expect((await bind("c-9", 1, { partner: "p-7" })).body).toMatchObject({ orders: 1, revision: 1 });
    expect(await told("c-9")).toEqual([]);
  });

  it("are bound anew to the same partner once the limit of orders is over", async () => {
    const { service, buys, bind } = await startedHere();
    await service.send("PATCH", "/api/programs/acme", { lifetime: { months: null, orders: 1 } }, ifMatch(1));
    await buys("o-1", "c-9");
    service.clock.advance(60_000);
    expect((await bind("c-9", 1, { partner: "p-7" })).body).toMatchObject({ orders: 0, revision: 2 });
  });

  it("are found by what their id begins with and by their partner, page by page", async () => {
    const { buys, list, bind } = await startedHere();
    for (const [at, customer] of ["b-1", "a-2", "a-1", "a-10", "a", "A-1", "a\u{1F600}", "a\uFFFD"].entries())
      await buys(`o-${at}`, customer);
    await bind("a-10", 1, { partner: "p-8" });
    const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
    expect(ids(await list("?search=a-1"))).toEqual(["a-1", "a-10"]);
    expect(ids(await list("?search=a")).length).toBe(6);
    expect(ids(await list("?search=a-1&partner=p-8"))).toEqual(["a-10"]);
    expect(ids(await list("?search=zz"))).toEqual([]);
    const paged: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await list(`?search=a&limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...ids(page));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(ids(await list("?search=a")));
  });

  it("lose no change of fifty at once: one of each revision wins", async () => {
    const { service, buys, bind, told } = await startedHere();
    await buys("o-1", "c-9");
    service.clock.advance(1_000);
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) => bind("c-9", 1, { partner: at % 2 ? "p-8" : null })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(49).fill(412)]);
    expect(await told("c-9")).toHaveLength(1);
  });
});

describe.each(ENGINES)("a binding by hand that an outage interrupts: %s", (_engine, engine) => {
  it.each(["history", "customers"])(
    "is there with its one line as soon as another service comes, when writing its %s failed",
    async (refusing) => {
      const open = await engine();
      const storage = new BreakableStorage(open());
      const { buys, bind } = await started({ storage });
      await buys("o-1", "c-9");
      storage.refusing.add(refusing);
      expect((await bind("c-9", 1, { partner: "p-8" })).status).toBe(503);
      const other = await startService({ storage: open() });
      await other.rooms.journal.catchUp();
      await other.rooms.journal.catchUp();
      expect((await other.send("GET", one("c-9"))).body).toMatchObject({ partner: { id: "p-8" }, revision: 2 });
      const { items } = (await other.send("GET", "/api/history?thing=customer")).body;
      expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
        "Customer c-9 is bound to Bob Stone, and no longer to Anna Lopez",
      ]);
    },
  );
});

describe("binding a customer by hand", () => {
  it.each([
    ["a partner that is not there", { partner: "p-x" }, "/partner", 'there is no partner "p-x"'],
    ["no partner at all", {}, "/partner", ""],
    ["a later moment", { partner: "p-8", boundAt: "2027-01-01T00:00:00Z" }, "/boundAt", "must not be later than now"],
    [
      "a moment before the binding",
      { partner: "p-8", boundAt: "2026-11-19T00:00:00Z" },
      "/boundAt",
      "must not be before",
    ],
    ["a day", { partner: "p-8", boundAt: "2026-11-20" }, "/boundAt", "must be a moment"],
    ["an empty reason", { partner: "p-8", reason: " " }, "/reason", ""],
    ["a misspelt field", { partner: "p-8", raeson: "x" }, "/raeson", 'Did you mean "reason"?'],
  ])("is refused with %s: %j", async (_what, change, pointer, message) => {
    const { service, buys, bind, told } = await started();
    await buys("o-1", "c-9");
    const reply = await bind("c-9", 1, change);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    expect(reply.body.errors[0].message).toContain(message);
    expect((await service.send("GET", one("c-9"))).body.revision).toBe(1);
    expect(await told("c-9")).toEqual([]);
  });

  it("is refused where the customer, or the program, is not there", async () => {
    const { service, bind } = await started();
    const nobody = await bind("c-9", 1, { partner: "p-7" });
    expect([nobody.status, nobody.body.detail]).toEqual([
      404,
      expect.stringContaining('No purchase has bound a customer "c-9"'),
    ]);
    expect((await service.send("GET", one("c-9"))).status).toBe(404);
    expect((await service.send("GET", "/api/programs/nope/customers")).status).toBe(404);
    expect((await service.send("POST", "/api/programs/nope/customers", { customer: "c", partner: "p-7" })).status).toBe(
      404,
    );
  });

  it("is refused without the revision that it was made from, and from an old one", async () => {
    const { service, buys, bind } = await started();
    await buys("o-1", "c-9");
    await buys("o-2", "c-9");
    expect((await service.send("PATCH", one("c-9"), { partner: "p-8" })).status).toBe(428);
    const stale = await bind("c-9", 1, { partner: "p-8" });
    expect([stale.status, stale.headers.get("etag")]).toEqual([412, '"2"']);
  });
});
