import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { MEMBERS } from "../../testing/member-doors.ts";
import { bearer, keyFor } from "../../testing/signing-in.ts";
import {
  doors,
  group,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
} from "../../testing/test-service.ts";

const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

interface Line {
  id: string;
  sentence: string;
  [field: string]: unknown;
}

describe("the history's lines", () => {
  async function begun() {
    const started = await startedWithProgram();
    const { send } = started.service;
    const newest = async (count = 1): Promise<Line[]> => (await send("GET", `/api/history?limit=${count}`)).body.items;
    return { ...started, send, newest };
  }

  it("say who, what, before and after", async () => {
    const { send, newest, service } = await begun();
    await send("PATCH", "/api/programs/acme", { status: "paused", name: "Acme" }, ifMatch(1));
    expect(await newest()).toEqual([
      {
        id: expect.any(String),
        at: service.clock.now().toISOString(),
        by: { id: "local", name: "Someone on this machine" },
        thing: { kind: "program", id: "acme", name: "Acme" },
        program: "acme",
        partners: [],
        bulkEdit: null,
        sentence: "Acme is paused",
        before: { status: "active" },
        after: { status: "paused" },
      },
    ]);
  });

  it("name the key that was used", async () => {
    const { service, send } = await begun();
    const { secret } = await keyFor(service, "admin");
    await send("POST", "/api/partners", { id: "p-9", name: "Nora" }, bearer(secret));
    const reply = await send("GET", "/api/history?thing=partner", undefined, bearer(secret));
    expect(reply.body.items[0]).toMatchObject({ by: { name: "a key for admin" }, sentence: "Nora is a partner now" });
    expect((await send("GET", "/api/history")).status).toBe(401);
  });

  it("tell each change of terms, drafts, versions and personal payouts in a sentence", async () => {
    const { send, newest, saveDraft, publish } = await begun();
    await saveDraft(2, saleTerms("20", { groups: [group("vip", "source", "x", "5")] }));
    await publish(3, { note: "Better" });
    await send("POST", `${STANDARD}/draft/restore`, { version: 1 }, ifMatch(3));
    await send("POST", PERSONAL, personalPayout("anna", "p-7", "50", "ANNA"));
    await send("PUT", `${PERSONAL}/anna`, personalPayout("anna", "p-7", "55", "ANNA"), ifMatch(1));
    await send("DELETE", `${PERSONAL}/anna`, undefined, ifMatch(2));
    const document = {
      ...saleTerms("7"),
      events: [{ ...saleTerms("7").events[0], personal: [personalPayout("leo", "p-8", "9")] }],
    };
    await send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold", document });
    await send("DELETE", "/api/programs/acme/terms/gold", undefined, ifMatch(1));
    expect((await newest(9)).map(({ sentence }) => sentence)).toEqual([
      "Gold: terms removed",
      "Gold: new terms, made from a document",
      "p-8 gets the personal payout “leo” for Sale: 9 % of the order",
      "p-7 no longer has the personal payout “anna”",
      "Personal payout “anna”: the payout was 50 % of the order, is now 55 % of the order",
      "p-7 gets the personal payout “anna” for Sale: 50 % of the order, with the coupon code ANNA",
      "Standard: version 1 taken back into the draft. Default payout: the payout was 20 % of the order, is now 10 % of the order; Group “vip”: removed",
      "Standard: version 2 published. Default payout: the payout was 10 % of the order, is now 20 % of the order; Group “vip”: added at rank 1: 5 % of the order for Source is x",
      "Standard: draft changed. Default payout: the payout was 10 % of the order, is now 20 % of the order; Group “vip”: added at rank 1: 5 % of the order for Source is x",
    ]);
  });

  it("of a change that is very long hold the sentence, not both documents", async () => {
    const { saveDraft, newest } = await begun();
    const groups = Array.from({ length: 2_000 }, (_, at) => group(`g${at}`, "source", `value ${at}`, "5"));
    expect((await saveDraft(2, saleTerms("20", { groups }))).status).toBe(200);
    const [line] = await newest();
    expect(line?.sentence).toContain("and 1998 more changes");
    expect(line?.after).toEqual({ tooLong: expect.any(Number) });
  });
});

describe.each(ENGINES)("GET /api/history: %s", (_engine, engine) => {
  /** A program with a partner and a member, a second program, and a change in it an hour later. */
  async function begun() {
    const { service } = await startedWithProgram({ storage: (await engine())() });
    const { send, clock } = service;
    await doors(service).createProgram("other");
    await send("POST", "/api/partners", { id: "p-7", name: "Anna" });
    await send("POST", MEMBERS, { partner: "p-7" });
    clock.advance(3_600_000);
    await send("PATCH", "/api/programs/other", { name: "Other" }, ifMatch(1));
    const list = async (query: string): Promise<Line[]> => (await send("GET", `/api/history?${query}`)).body.items;
    return { send, list };
  }
  const FILTERS: [what: string, query: string, sentences: string[]][] = [
    [
      "a program",
      "program=other",
      ["Acme is called Other", "Acme is a new program, paid in USD, with the terms “Standard”"],
    ],
    ["a partner", "partner=p-7", ["Anna joins under the default terms", "Anna is a partner now"]],
    ["a kind of thing", "thing=member", ["Anna joins under the default terms"]],
    ["a thing", "thing=partner&id=p-7", ["Anna is a partner now"]],
    ["somebody who changed nothing", "by=nobody", []],
    ["a bulk edit that changed nothing", "bulkEdit=none", []],
    ["the time from", "from=2026-11-20T11:00:00Z", ["Acme is called Other"]],
    ["the time from, in another zone", "from=2026-11-20T06:00:00-05:00", ["Acme is called Other"]],
    [
      "the time until, which is not included",
      "until=2026-11-20T11:00:00Z&thing=member",
      ["Anna joins under the default terms"],
    ],
    ["several together", "program=acme&partner=p-7&thing=member&by=local", ["Anna joins under the default terms"]],
    ["several that do not meet", "program=other&partner=p-7", []],
  ];

  it.each(FILTERS)("finds by %s", async (_what, query, sentences) => {
    const { list } = await begun();
    expect((await list(query.replaceAll(/[+]/g, "%2B"))).map(({ sentence }) => sentence)).toEqual(sentences);
  });

  it("gives each line once over all pages, the newest first", async () => {
    const { send, list } = await begun();
    const whole = await list("limit=100");
    const paged: Line[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await send("GET", `/api/history?limit=2${cursor}`);
      paged.push(...body.items);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).toEqual(whole);
    expect(whole.map(({ id }) => id)).toEqual(
      whole
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
  });

  it.each([
    ["a misspelt filter", "prorgam=acme", "/prorgam", 'Did you mean "program"?'],
    ["an unknown program", "program=acne", "/program", 'there is no program "acne"'],
    ["an unknown kind", "thing=user", "/thing", "must be one of"],
    ["an id of no kind", "id=p-7", "/thing", "is missing"],
    ["a day instead of a moment", "from=2026-11-20", "/from", "must be a moment with its offset"],
    [
      "a time that ends before it begins",
      "from=2026-11-20T11:00:00Z&until=2026-11-20T10:00:00Z",
      "/until",
      "must be after from",
    ],
    ["a cursor of its own", "cursor=x", "/cursor", "must be a nextCursor"],
  ])("refuses %s", async (_what, query, pointer, message) => {
    const { send } = await begun();
    const { status, body } = await send("GET", `/api/history?${query}`);
    expect([status, body.errors[0].pointer, body.errors[0].message]).toEqual([
      422,
      pointer,
      expect.stringContaining(message),
    ]);
  });
});

describe("a bulk edit in the history", () => {
  it("is one line when folded, and opens to what it did", async () => {
    const { service } = await startedWithProgram();
    const { send, rooms } = service;
    for (const id of ["a", "b", "c"]) {
      await send("POST", "/api/partners", { id, name: id });
      await send("POST", MEMBERS, { partner: id });
    }
    const wanted = { selection: { filter: {} }, edit: { kind: "status", active: false } };
    const { fingerprint } = (await send("POST", "/api/programs/acme/bulk-edits/preview", wanted)).body;
    const id = "5e2f8f4e-8a5e-4a77-9d0c-0a2f3f6f7a11";
    await send("POST", "/api/programs/acme/bulk-edits", { ...wanted, id, fingerprint });
    await expect.poll(async () => (await rooms.bulkEdits.find(id))?.status).toBe("finished");
    const sentences = async (query: string) =>
      (await send("GET", `/api/history?${query}`)).body.items.map(({ sentence }: Line) => sentence);
    expect((await sentences("folded=true"))[0]).toContain("a bulk edit of 3 partners");
    expect((await sentences("folded=true")).join()).not.toContain("deactivated");
    expect((await sentences(`bulkEdit=${id}`)).filter((each: string) => each.includes("deactivated"))).toHaveLength(3);
    expect(await sentences(`partner=b&bulkEdit=${id}`)).toEqual(["b is deactivated"]);
  });
});
