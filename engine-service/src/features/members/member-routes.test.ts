import { Member, MemberPage } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { GOLD, MEMBERS, memberPath, startedWithPartner } from "../../testing/member-doors.ts";
import { ifMatch, personalPayout, STANDARD } from "../../testing/test-service.ts";

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.parse("2026-11-20T10:00:00.000Z") + hours * HOUR).toISOString();

/** What is paid for 100 of a sale: 10 by Standard, 20 by Gold. */
async function paying() {
  const started = await startedWithPartner();
  const paid = async (event: object = {}) => {
    const { body } = await started.evaluate({ partnerId: "p-7", ...event });
    return body.status === "rejected" ? body.reason : body.payout;
  };
  return { ...started, paid, wait: (hours: number) => started.service.clock.advance(hours * HOUR) };
}

describe("a member", () => {
  it("is what joined: under the terms that were chosen, active, with its address and its revision", async () => {
    const { join, member } = await startedWithPartner();
    const joined = await join("p-7", { terms: "gold", until: "2027-01-01T00:00:00-05:00" });
    expect([joined.status, joined.headers.get("location"), joined.headers.get("etag")]).toEqual([
      201,
      "/api/programs/acme/members/p-7",
      '"1"',
    ]);
    expect(joined.body).toEqual({
      program: "acme",
      partner: { id: "p-7", name: "Anna Lopez", status: "active", tags: [] },
      ...{ terms: "gold", active: true, from: null, until: "2027-01-01T05:00:00.000Z", plannedMoves: [] },
      codes: { all: 0, active: 0, first: null },
      links: { all: 0, active: 0 },
      personalPayouts: 0,
      joinedAt: "2026-11-20T10:00:00.000Z",
      revision: 1,
    });
    expect(Member.parse((await member("p-7")).body)).toEqual(joined.body);
  });

  it("shows how many codes, links and personal payouts it has", async () => {
    const { service, join, member, change } = await startedWithPartner();
    await join("p-7", { code: true });
    await service.send("POST", `${STANDARD}/events/sale/personal-payouts`, personalPayout("d", "p-7", "50"));
    const { body } = await member("p-7");
    expect(body.codes).toEqual({ all: 1, active: 1, first: expect.stringMatching(/^ANNALOPEZ\d\d$/) });
    expect(body.personalPayouts).toBe(1);
    // By other terms it pays nothing any more.
    expect((await change("p-7", 1, { terms: "gold" })).body.personalPayouts).toBe(0);
  });

  it("with a promo code asked for by a pattern gets one by that pattern", async () => {
    const { join, member } = await startedWithPartner();
    await join("p-7", { code: "XMAS-{NNN}" });
    expect((await member("p-7")).body.codes.first).toMatch(/^XMAS-\d{3}$/);
  });
});

describe("which terms decide for a member", () => {
  it("are those that it had when the event occurred, whatever became of it later", async () => {
    const { join, change, leave, paid, wait } = await paying();
    wait(1);
    await join("p-7", { terms: "gold" });
    wait(1);
    await change("p-7", 1, { terms: null });
    wait(1);
    await change("p-7", 2, { active: false });
    wait(1);
    await leave("p-7", 3);
    wait(1);
    const at = [0.5, 1.5, 2.5, 3.5, 4.5].map((hours) => paid({ occurredAt: inHours(hours) }));
    expect(await Promise.all(at)).toEqual(["10.00", "20.00", "10.00", "not-active", "10.00"]);
  });

  it("change at the moment that a move was planned for, and not when it was called off before", async () => {
    const { join, change, callOff, paid, wait, member } = await paying();
    await join("p-7");
    expect((await change("p-7", 1, { terms: "gold", termsFrom: inHours(2) })).body).toMatchObject({
      ...{ terms: null, plannedMoves: [{ terms: "gold", from: inHours(2) }], revision: 2 },
    });
    expect(await paid()).toBe("10.00");
    wait(2);
    expect(await paid()).toBe("20.00");
    expect((await member("p-7")).body).toMatchObject({ terms: "gold", plannedMoves: [] });
    await change("p-7", 2, { terms: "standard", termsFrom: inHours(4) });
    const calledOff = await callOff("p-7", 3);
    expect([calledOff.status, calledOff.headers.get("etag"), calledOff.body.plannedMoves]).toEqual([200, '"4"', []]);
    wait(3);
    expect(await paid()).toBe("20.00");
    expect((await callOff("p-7", 4)).body.revision).toBe(4);
  });

  it("are as before for an event that was answered already in the millisecond of the change", async () => {
    const { join, change, paid, service } = await paying();
    await join("p-7", { terms: "gold" });
    const occurredAt = service.clock.now().toISOString();
    const before = await paid({ occurredAt });
    await change("p-7", 1, { active: false });
    await change("p-7", 2, { active: true, terms: "standard" });
    expect(await paid({ occurredAt })).toBe(before);
    service.clock.advance(2);
    expect(await paid()).toBe("10.00");
  });

  it("are those of the last of several changes in one millisecond", async () => {
    const { join, change, paid, member, service } = await paying();
    await join("p-7");
    for (const [revision, terms] of ["gold", "standard", "gold"].entries())
      await change("p-7", revision + 1, { terms });
    expect((await member("p-7")).body).toMatchObject({ terms: "gold", plannedMoves: [], revision: 4 });
    service.clock.advance(2);
    expect(await paid()).toBe("20.00");
  });
});

describe("joining a program", () => {
  it.each([
    ["an unknown partner", { partner: "p-8" }, "/partner", 'there is no partner "p-8"'],
    ["unknown terms", { partner: "p-7", terms: "silver" }, "/terms", 'there are no terms "silver"'],
    ["terms never published", { partner: "p-7", terms: "draft" }, "/terms", "never published"],
    ["dates turned round", { partner: "p-7", from: inHours(2), until: inHours(1) }, "/until", "must be after from"],
    ["a day instead of a moment", { partner: "p-7", from: "2026-12-01" }, "/from", "with its offset"],
    ["a moment that is none", { partner: "p-7", until: "2026-02-30T00:00:00Z" }, "/until", "with its offset"],
    ["a year that no date has", { partner: "p-7", until: "9999-12-31T23:59:59-01:00" }, "/until", "year"],
    ["a pattern whose codes would all be one", { partner: "p-7", code: "SUMMER" }, "/code", "{NN}"],
    ["no code but false", { partner: "p-7", code: false }, "/code", ""],
    ["a misspelt field", { partner: "p-7", term: "gold" }, "/term", 'Did you mean "terms"?'],
    ["nobody", {}, "/partner", "is missing"],
  ])("is refused with 422: %s", async (_label, body, pointer, why) => {
    const { service, member } = await startedWithPartner();
    await service.send("POST", "/api/programs/acme/terms", { id: "draft", name: "Draft" });
    const reply = await service.send("POST", MEMBERS, body);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    expect(reply.body.errors[0].message).toContain(why);
    expect((await member("p-7")).status).toBe(404);
  });

  it("answers 404 in a program that is not there, and 409 in one that has ended", async () => {
    const { service, join } = await startedWithPartner();
    expect((await service.send("POST", "/api/programs/nope/members", { partner: "p-7" })).status).toBe(404);
    const ended = await service.send("PATCH", "/api/programs/acme", { status: "ended" }, ifMatch(1));
    expect(ended.body.status).toBe("ended");
    const refused = await join("p-7");
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("has ended")]);
  });

  it("answers 409 to a member", async () => {
    const { join } = await startedWithPartner();
    await join("p-7");
    const again = await join("p-7", { terms: "gold" });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("already")]);
  });

  it("works again after leaving, in the same document, and is as new", async () => {
    const { service, join, change, leave, member } = await startedWithPartner();
    await join("p-7", { terms: "gold", until: inHours(9) });
    await change("p-7", 1, { active: false, terms: "standard", termsFrom: inHours(5) });
    service.clock.advance(HOUR);
    expect((await leave("p-7", 2)).status).toBe(204);
    expect((await member("p-7")).status).toBe(404);
    expect((await leave("p-7", 3)).status).toBe(404);
    service.clock.advance(HOUR);
    const again = await join("p-7");
    expect([again.status, again.headers.get("etag")]).toEqual([201, '"4"']);
    expect(again.body).toMatchObject({
      ...{ terms: null, active: true, until: null, plannedMoves: [], joinedAt: inHours(2) },
    });
  });

  it("leaves no member behind when the code cannot be made", async () => {
    const { addPartner, join, service } = await startedWithPartner();
    for (let at = 0; at < 10; at++) {
      await addPartner(`q-${at}`);
      expect((await join(`q-${at}`, { code: "ONE{N}" })).status).toBe(201);
    }
    const refused = await join("p-7", { code: "ONE{N}" });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("no free code left")]);
    expect((await service.send("GET", memberPath("p-7"))).status).toBe(404);
  });
});

describe("PATCH of a member", () => {
  it.each([
    ["nothing", {}, "", "changes nothing"],
    ["a move in the past", { terms: "gold", termsFrom: "2026-11-20T09:00:00Z" }, "/termsFrom", "in the past"],
    ["a moment without terms", { termsFrom: inHours(1) }, "/termsFrom", "goes along with terms"],
    ["unknown terms", { terms: "silver" }, "/terms", "no terms"],
    ["dates turned round", { from: inHours(2), until: inHours(1) }, "/until", "must be after from"],
    ["text instead of yes or no", { active: "yes" }, "/active", "true or false"],
    ["another partner", { partner: "p-8" }, "/partner", "not known here"],
  ])("is refused with 422: %s", async (_label, body, pointer, why) => {
    const { service, join, member } = await startedWithPartner();
    await join("p-7");
    const reply = await service.send("PATCH", memberPath("p-7"), body, ifMatch(1));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    expect(reply.body.errors[0].message).toContain(why);
    expect((await member("p-7")).body.revision).toBe(1);
  });

  it("needs the revision that the change was made from", async () => {
    const { service, join, change } = await startedWithPartner();
    await join("p-7");
    expect((await service.send("PATCH", memberPath("p-7"), { active: false })).status).toBe(428);
    await change("p-7", 1, { active: false });
    const stale = await change("p-7", 1, { terms: "gold" });
    expect([stale.status, stale.headers.get("etag")]).toEqual([412, '"2"']);
    for (const path of ["", "/planned-moves"])
      expect((await service.send("DELETE", memberPath("p-7") + path, undefined, ifMatch(1))).status).toBe(412);
  });

  it("writes nothing where it is so already", async () => {
    const { join, change } = await startedWithPartner();
    await join("p-7", { terms: "gold" });
    const same = await change("p-7", 1, { terms: "gold", active: true, until: null });
    expect([same.status, same.headers.get("etag"), same.body.revision]).toEqual([200, '"1"', 1]);
  });

  it("answers 404 for whoever is no member, in every way of asking", async () => {
    const { service, change, leave, callOff, member } = await startedWithPartner();
    const replies = [await member("p-7"), await change("p-7", 1, { active: false }), await leave("p-7", 1)];
    for (const { status } of [...replies, await callOff("p-7", 1)]) expect(status).toBe(404);
    expect((await service.send("GET", "/api/programs/nope/members/p-7")).status).toBe(404);
    expect((await service.send("GET", "/api/programs/nope/members")).status).toBe(404);
  });
});

describe("terms that members have", () => {
  it("cannot be removed, nor those of a planned move; when nobody has them any more, they can", async () => {
    const { service, join, change, callOff, draft } = await startedWithPartner();
    const { revision } = await draft(GOLD);
    const remove = () => service.send("DELETE", GOLD, undefined, ifMatch(revision));
    await join("p-7", { terms: "gold" });
    const refused = await remove();
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("1 member has")]);
    await change("p-7", 1, { terms: null });
    await change("p-7", 2, { terms: "gold", termsFrom: inHours(1) });
    expect((await remove()).status).toBe(409);
    await callOff("p-7", 3);
    expect((await remove()).status).toBe(204);
    expect((await change("p-7", 4, { terms: "gold" })).status).toBe(422);
  });
});

const ODD_IDS = ["a/b", "a b", "Ünï©ode 🙂", "a%2Fb", "a?b=c#d", "'\"`;--", "constructor", "<script>", "a\\b", "..a"];

describe("partners with odd ids", () => {
  it.each(ODD_IDS)("join, are found, change and leave: %s", async (id) => {
    const { addPartner, join, change, leave, member, service } = await startedWithPartner();
    expect((await addPartner(id)).status).toBe(201);
    const joined = await join(id, { terms: "gold" });
    expect([joined.status, joined.headers.get("location")]).toEqual([201, memberPath(id)]);
    expect((await service.send("GET", joined.headers.get("location") as string)).body.partner.id).toBe(id);
    expect((await change(id, 1, { active: false })).body.active).toBe(false);
    const found = await service.send("GET", `${MEMBERS}?search=${encodeURIComponent(id)}`);
    expect(found.body.items.map(({ partner }: Member) => partner.id)).toEqual([id]);
    expect((await leave(id, 2)).status).toBe(204);
    expect((await member(id)).status).toBe(404);
  });
});

describe("GET members", () => {
  const NAMES = ["Émile", "anna", "Anna", "ZOE", "bob", "Bob Ross", "Carl", "Dora", "emil", "Straße", "STRASSE", "Yu"];

  async function withMembers() {
    const started = await startedWithPartner();
    await Promise.all(
      NAMES.map(async (name, at) => {
        const id = `m-${String(at).padStart(2, "0")}`;
        const tags = at % 3 === 0 ? ["VIP", "shoes"] : [];
        await started.addPartner(id, name, { contact: { email: `${at}@example.com` }, tags });
        await started.join(id, { terms: at % 2 === 0 ? "gold" : null });
      }),
    );
    const list = async (query = "") => {
      const reply = await started.service.send("GET", `${MEMBERS}${query}`);
      return reply.status === 200 ? MemberPage.parse(reply.body) : reply.body;
    };
    const all = async (query: string) => {
      const seen: string[] = [];
      let cursor = "";
      do {
        const { items, nextCursor } = await list(`?limit=3${query}${cursor}`);
        expect(items.length).toBeGreaterThan(nextCursor === null ? -1 : 2);
        seen.push(...items.map(({ partner }: Member) => partner.name));
        cursor = nextCursor === null ? "" : `&cursor=${nextCursor}`;
      } while (cursor !== "");
      return seen;
    };
    return { ...started, list, all };
  }

  it("lists them by name without regard to case, in pages that neither overlap nor leave one out", async () => {
    const { all } = await withMembers();
    const want = ["anna", "Anna", "bob", "Bob Ross", "Carl", "Dora", "emil", "Straße", "STRASSE", "Yu", "ZOE", "Émile"];
    expect(await all("")).toEqual(want);
  });

  it("says on every page how many the filter finds in all", async () => {
    const { list } = await withMembers();
    const first = await list("?limit=3&tag=vip");
    const last = await list(`?limit=3&tag=vip&cursor=${first.nextCursor}`);
    expect([first, last].map(({ items, total }) => [items.length, total])).toEqual([
      [3, 4],
      [1, 4],
    ]);
  });

  it("goes on at the right place when the one that a page ended with has left", async () => {
    const { list, leave } = await withMembers();
    const first = await list("?limit=3");
    await leave(first.items[2]?.partner.id as string, 1);
    const next = await list(`?limit=3&cursor=${first.nextCursor}`);
    expect(next.items.map(({ partner }: Member) => partner.name)).toEqual(["Bob Ross", "Carl", "Dora"]);
  });

  it.each([
    ["part of a name, in any case", "&search=ANN", ["anna", "Anna"]],
    ["space around", "&search=%20ann%20", ["anna", "Anna"]],
    ["letters that fold", `&search=${encodeURIComponent("straß")}`, ["Straße", "STRASSE"]],
    ["an id", "&search=m-03", ["ZOE"]],
    ["an e-mail address", "&search=7%40example", ["Dora"]],
    ["nothing that is there", "&search=nobody", []],
    ["a star that is only a star", "&search=*", []],
    ["a tag, in any case", "&tag=vip", ["Carl", "Straße", "ZOE", "Émile"]],
    ["terms", "&terms=gold&search=an", ["Anna"]],
    ["the default terms", "&terms=default&search=an", ["anna"]],
    ["all of it", "&terms=gold&active=true&tag=VIP&search=mile", ["Émile"]],
    ["none active", "&active=false", []],
  ])("finds by %s", async (_label, query, names) => {
    const { all } = await withMembers();
    expect([...(await all(query))].sort()).toEqual([...names].sort());
  });

  it("finds by a promo code, also a part of it", async () => {
    const { service, all } = await withMembers();
    await service.send("POST", "/api/programs/acme/codes", { partner: "m-04", code: "Summer-26" });
    expect(await all("&search=SUMMER")).toEqual(["bob"]);
  });

  it("knows at once of a new name, a move, a rest, a leaving", async () => {
    const { service, all, change, leave } = await withMembers();
    await service.send("PATCH", "/api/partners/m-06", { name: "Aaron" }, ifMatch(1));
    expect((await all("")).slice(0, 2)).toEqual(["Aaron", "anna"]);
    await change("m-06", 1, { terms: null, active: false });
    expect(await all("&active=false&terms=default")).toEqual(["Aaron"]);
    await leave("m-06", 2);
    expect(await all("&search=aaron")).toEqual([]);
  });

  it.each([
    ["?limit=0", "/limit"],
    ["?active=yes", "/active"],
    ["?cursor=%20", "/cursor"],
    ["?serch=a", "/serch"],
    ["?search=a&search=b", "/search"],
  ])("refuses %s", async (query, pointer) => {
    const { service } = await startedWithPartner();
    const reply = await service.send("GET", MEMBERS + query);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
  });
});

describe("the history of a member", () => {
  it("has a line for each change, written with it, and none where nothing changed", async () => {
    const { service, join, change, leave, callOff } = await startedWithPartner();
    await join("p-7");
    await change("p-7", 1, { terms: "gold", termsFrom: "2026-12-01T00:00:00Z" });
    await change("p-7", 2, { active: true });
    await callOff("p-7", 2);
    await leave("p-7", 3);
    const { items } = (await service.send("GET", "/api/history?program=acme&thing=member&id=p-7")).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      "Anna Lopez leaves the program",
      "Anna Lopez no longer moves to Gold from Dec 1, 2026",
      "Anna Lopez moves from the default terms to Gold from Dec 1, 2026",
      "Anna Lopez joins under the default terms",
    ]);
    expect(items[2]).toMatchObject({
      by: { name: "Someone on this machine" },
      thing: { kind: "member", id: "p-7", name: "Anna Lopez" },
      partners: ["p-7"],
      before: { plannedMoves: [] },
      after: { plannedMoves: [{ terms: "gold", from: "2026-12-01T00:00:00.000Z" }] },
    });
  });
});
