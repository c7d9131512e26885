import { Partner, page } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { memberDoors, startedWithPartner } from "../../testing/member-doors.ts";
import { ifMatch, saleTerms, startService, temporaryStorage } from "../../testing/test-service.ts";

const ANNA = "/api/partners/p-7";

async function started() {
  const service = await startService();
  return { service, send: service.send, ...memberDoors(service) };
}

describe("a partner", () => {
  it("is what was sent, and what goes without saying", async () => {
    const { send, addPartner } = await started();
    const added = await addPartner("p-7", " Anna Lopez ");
    expect([added.status, added.headers.get("location"), added.headers.get("etag")]).toEqual([201, ANNA, '"1"']);
    expect(added.body).toEqual({
      ...{ id: "p-7", name: "Anna Lopez", contact: {}, status: "active", tags: [], programs: [] },
      ...{ revenueShare: null, programRevenueShares: {}, revision: 1, createdAt: "2026-11-20T10:00:00.000Z" },
    });
    expect(Partner.parse((await send("GET", ANNA)).body)).toEqual(added.body);
  });

  it("has everything that can be said of one", async () => {
    const { service } = await startedWithPartner();
    const whole = {
      ...{ id: "constructor", name: "Zoë & Söhne", status: "inactive", tags: ["VIP", "shoes"] },
      contact: { name: "Zoë", email: "zoe@example.com", phone: "+49 30 1234" },
      ...{ revenueShare: "70", programRevenueShares: { acme: "65.5" } },
    };
    const { status, body } = await service.send("POST", "/api/partners", whole);
    expect([status, body]).toEqual([201, expect.objectContaining(whole)]);
    expect((await service.send("GET", "/api/partners/constructor")).body).toEqual(body);
  });

  it("is added once, however many ask at the same time", async () => {
    const { addPartner } = await started();
    const replies = await Promise.all(Array.from({ length: 10 }, () => addPartner("p-7", "Anna")));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
  });

  it("answers 404 when it is not there", async () => {
    const { send } = await started();
    for (const path of [ANNA, `${ANNA}/payout-settings`]) expect((await send("GET", path)).status).toBe(404);
    expect((await send("PATCH", ANNA, { name: "A" }, ifMatch(1))).status).toBe(404);
  });

  it("names the programs that it is in now", async () => {
    const { service, join, leave } = await startedWithPartner();
    await join("p-7");
    expect((await service.send("GET", ANNA)).body.programs).toEqual(["acme"]);
    await leave("p-7", 1);
    expect((await service.send("GET", ANNA)).body.programs).toEqual([]);
  });
});

const FAULTS: [string, object, string, string][] = [
  ["no name", { name: " " }, "/name", "must not be empty"],
  ["an e-mail address without its domain", { contact: { email: "anna@" } }, "/contact/email", "e-mail"],
  ["an e-mail address that is text", { contact: { email: "anna" } }, "/contact/email", "e-mail"],
  ["contact details unknown", { contact: { mail: "a@example.com" } }, "/contact/mail", 'Did you mean "email"?'],
  ["a share above the whole", { revenueShare: "100.01" }, "/revenueShare", "at most 100"],
  ["a share below nothing", { revenueShare: "-1" }, "/revenueShare", "negative"],
  ["a share with its sign", { revenueShare: "70 %" }, "/revenueShare", "a percent"],
  [
    "a share of a program above the whole",
    { programRevenueShares: { acme: 101 } },
    "/programRevenueShares/acme",
    "100",
  ],
  ["a share of an unknown program", { programRevenueShares: { nope: 1 } }, "/programRevenueShares/nope", "no program"],
  ["an unknown status", { status: "asleep" }, "/status", "active"],
  ["tags that are no list", { tags: "VIP" }, "/tags", "a list"],
  ["an empty tag", { tags: ["VIP", ""] }, "/tags/1", "must not be empty"],
  ["the same tag twice", { tags: ["VIP", "shoes", "vip"] }, "/tags/2", "is there already"],
  ["too many tags", { tags: Array.from({ length: 51 }, (_, at) => `t${at}`) }, "/tags", "at most 50"],
  ["a misspelt field", { revenushare: "70" }, "/revenushare", 'Did you mean "revenueShare"?'],
];

describe("a partner is refused with 422, added or changed", () => {
  it.each(FAULTS)("%s", async (_label, body, pointer, why) => {
    const { service } = await startedWithPartner();
    const added = await service.send("POST", "/api/partners", { id: "p-8", name: "Bob", ...body });
    const changed = await service.send("PATCH", ANNA, body, ifMatch(1));
    for (const reply of [added, changed]) {
      expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
      expect(reply.body.errors[0].message).toContain(why);
    }
    expect((await service.send("GET", ANNA)).body.revision).toBe(1);
    expect((await service.send("GET", "/api/partners/p-8")).status).toBe(404);
  });

  it.each([
    ["an id without text", ""],
    ["an id of dots", ".."],
    ["an id with a space at its end", "p-7 "],
    ["an id with a line break", "p\n7"],
    ["an id too long", "p".repeat(201)],
    ["an id that is a number", 7],
    ["no id", undefined],
  ])("%s", async (_label, id) => {
    const { send } = await started();
    const { status, body } = await send("POST", "/api/partners", { id, name: "Anna" });
    expect([status, body.errors[0].pointer]).toEqual([422, "/id"]);
  });

  it("an id that no store can keep, in any of its places", async () => {
    const { send } = await started();
    expect((await send("POST", "/api/partners", { id: "__proto__", name: "A" })).status).toBe(422);
    expect((await send("GET", "/api/partners/__proto__")).status).toBe(404);
    expect((await send("POST", "/api/partners", '{"id":"p\\ud800","name":"A"}')).status).toBe(422);
  });

  it("a change of nothing, and one of the id", async () => {
    const { service } = await startedWithPartner();
    for (const [body, pointer] of [
      [{}, ""],
      [{ id: "p-8" }, "/id"],
    ] as const) {
      const reply = await service.send("PATCH", ANNA, body, ifMatch(1));
      expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    }
  });
});

describe("PATCH of a partner", () => {
  it("replaces what was sent, whole, and lets the rest stay", async () => {
    const { service, addPartner } = await startedWithPartner();
    await addPartner("p-8", "Bob", { contact: { email: "bob@example.com", phone: "1" }, tags: ["a", "b"] });
    const send = {
      contact: { name: "Bobby" },
      tags: ["b", "c"],
      revenueShare: null,
      programRevenueShares: { acme: 5 },
    };
    const changed = await service.send("PATCH", "/api/partners/p-8", send, ifMatch(1));
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ name: "Bob", ...send, programRevenueShares: { acme: "5" } });
    expect(changed.body.contact).toEqual({ name: "Bobby" });
  });

  it("goes by the revision that If-Match names, and only by that; where nothing differs, nothing is written", async () => {
    const { service } = await startedWithPartner();
    const same = await service.send("PATCH", ANNA, { name: "Anna Lopez", status: "active" }, ifMatch(1));
    expect([same.status, same.headers.get("etag")]).toEqual([200, '"1"']);
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) => service.send("PATCH", ANNA, { name: `Anna ${at}` }, ifMatch(1))),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
    expect((await service.send("PATCH", ANNA, { name: "Late" }, ifMatch(1))).headers.get("etag")).toBe('"2"');
    expect((await service.send("PATCH", ANNA, { name: "Blind" })).status).toBe(428);
  });

  it("holds from now on: older events go by the status and the share that held then", async () => {
    const { service, put, evaluate } = await startedWithPartner();
    const shared = saleTerms("10");
    const [sale] = shared.events;
    if (sale)
      sale.default.payout = { ...sale.default.payout, advertiser: { percent: "50" }, overrideRevenueShare: false };
    await put(shared);
    const times: string[] = [];
    const settle = () => {
      service.clock.advance(60_000);
      times.push(service.clock.now().toISOString());
      service.clock.advance(60_000);
    };
    const changes = [
      { revenueShare: 0 },
      { revenueShare: 100 },
      { programRevenueShares: { acme: "50" } },
      { status: "inactive" },
      { status: "active", programRevenueShares: {}, revenueShare: null },
    ];
    settle();
    for (const [at, change] of changes.entries()) {
      await service.send("PATCH", ANNA, change, ifMatch(at + 1));
      settle();
    }
    const outcomes = await Promise.all(
      times.map(async (occurredAt) => {
        const { body } = await evaluate({ partnerId: "p-7", occurredAt });
        return body.reason ?? body.payout;
      }),
    );
    const share = "revenue-share-missing";
    expect(outcomes).toEqual([share, "0.00", "50.00", "25.00", "not-active", share]);
  });

  it("keeps no event waiting, and nothing along time, for what decides nothing", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service, evaluate } = await startedWithPartner({ storage });
    let goOn = () => {};
    storage.slow.set("partners", new Promise((resolve) => (goOn = resolve)));
    const renamed = service.send("PATCH", ANNA, { name: "Anna Perez", tags: ["VIP"] }, ifMatch(1));
    expect((await evaluate({ partnerId: "p-7" })).body.payout).toBe("10.00");
    expect((await service.rooms.partners.find("p-7"))?.revision).toBe(1);
    goOn();
    expect((await renamed).status).toBe(200);
    expect((await service.rooms.partners.find("p-7"))?.standing).toHaveLength(1);
  });

  it("is told in a sentence, with what differs", async () => {
    const { service } = await startedWithPartner();
    const change = {
      name: "Anna Perez",
      status: "inactive",
      revenueShare: "70",
      tags: ["VIP"],
      contact: { phone: "1" },
    };
    await service.send("PATCH", ANNA, change, ifMatch(1));
    await service.send(
      "PATCH",
      ANNA,
      { revenueShare: null, tags: [], programRevenueShares: { acme: "5.50" } },
      ifMatch(2),
    );
    const { items } = (await service.send("GET", "/api/history?thing=partner&id=p-7")).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "Anna Perez has no revenue share any more, has a revenue share of 5.5 % in the program acme, is no longer tagged “VIP”",
      "Anna Lopez is called Anna Perez, is deactivated, has a revenue share of 70 %, has other contact details, is tagged “VIP”",
      "Anna Lopez is a partner now",
    ]);
    expect(items[0]).toMatchObject({
      before: { revenueShare: "70", tags: ["VIP"], programRevenueShares: {} },
      after: { revenueShare: null, tags: [], programRevenueShares: { acme: "5.50" } },
    });
  });
});

describe("GET /api/partners", () => {
  async function listed() {
    const all = await startedWithPartner();
    const people = ["Bob", "anna", "Émile", "anna", "ZOE", "Carl"];
    await Promise.all(
      people.map((name, at) =>
        all.addPartner(`q-${at}`, name, {
          status: at % 2 === 0 ? "active" : "inactive",
          tags: at < 2 ? ["VIP"] : [],
          contact: { email: `mail-${at}@example.com` },
        }),
      ),
    );
    await all.join("q-0");
    await all.join("q-1");
    await all.leave("q-1", 1);
    const ids = async (query: string) => {
      const seen: string[] = [];
      for (let cursor = ""; ; ) {
        const reply = await all.service.send("GET", `/api/partners?limit=2${query}${cursor}`);
        const { items, nextCursor } = page(Partner).parse(reply.body);
        seen.push(...items.map(({ id }) => id));
        if (nextCursor === null) return seen;
        cursor = `&cursor=${nextCursor}`;
      }
    };
    return { ...all, ids };
  }

  it("lists them by name, then id, in pages that neither overlap nor leave one out", async () => {
    const { ids } = await listed();
    expect(await ids("")).toEqual(["q-1", "q-3", "p-7", "q-0", "q-5", "q-4", "q-2"]);
  });

  it.each([
    ["part of a name", "&search=AN", ["q-1", "q-3", "p-7"]],
    ["an id", "&search=q-4", ["q-4"]],
    ["an e-mail address", "&search=MAIL-2%40", ["q-2"]],
    ["a status", "&status=inactive", ["q-1", "q-3", "q-5"]],
    ["a tag in any case", "&tag=vip", ["q-1", "q-0"]],
    ["a program", "&program=acme", ["q-0"]],
    ["a program they are not in", "&notInProgram=acme&search=a", ["q-1", "q-3", "p-7", "q-5", "q-4", "q-2"]],
    ["all of it", "&notInProgram=acme&status=inactive&tag=VIP&search=anna", ["q-1"]],
    ["both in it and not", "&notInProgram=acme&program=acme", []],
  ])("finds by %s", async (_label, query, want) => {
    const { ids } = await listed();
    expect(await ids(query)).toEqual(want);
  });

  it("knows a new partner and a new name at once", async () => {
    const { ids, addPartner, service } = await listed();
    await addPartner("new", "Aaron");
    await service.send("PATCH", ANNA, { name: "zz" }, ifMatch(1));
    expect(await ids("")).toEqual(["new", "q-1", "q-3", "q-0", "q-5", "q-4", "p-7", "q-2"]);
  });

  it.each([
    ["?program=nope", "/program"],
    ["?notInProgram=nope", "/notInProgram"],
    ["?status=asleep", "/status"],
    ["?name=anna", "/name"],
    ["?limit=101", "/limit"],
  ])("refuses %s", async (query, pointer) => {
    const { send } = await started();
    const reply = await send("GET", `/api/partners${query}`);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
  });
});
