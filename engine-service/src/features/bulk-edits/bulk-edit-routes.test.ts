import { randomUUID } from "node:crypto";
import type { Edit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BULK, bulkEditDoors, EVERYONE } from "../../testing/bulk-edit-doors.ts";
import { GOLD } from "../../testing/member-doors.ts";
import { startedWithMembers } from "../../testing/paid-members.ts";
import { personalPayout, STANDARD, saleTerms } from "../../testing/test-service.ts";
import { LINES_PER_CHUNK } from "./bulk-edit-store.ts";

/** Anna (p-7) has Gold and Bob (p-8) the default terms; Carl (p-9) is no member. */
async function started() {
  const acme = await startedWithMembers();
  return { ...acme, ...bulkEditDoors(acme.service) };
}

const MOVE: Edit = { kind: "move", terms: "gold" };
const DEAL: Edit = {
  kind: "personal-payout",
  eventType: "sale",
  title: "Deal",
  payout: { model: "CPS", partner: { percent: "15" } },
};
const counts = (done: number, unchanged = 0, refused = 0, waiting = 0) => ({
  all: done + unchanged + refused + waiting,
  ...{ done, unchanged, refused, waiting },
});

describe("the preview of a bulk edit", () => {
  it("says what would change for whom, refusals first, and changes nothing", async () => {
    const { preview, decide } = await started();
    const { status, body } = await preview(MOVE, { partners: ["p-7", "p-9", "p-8", "p-8"] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: "Move to Gold", counts: { all: 3, done: 1, unchanged: 1, refused: 1 } });
    expect(body.lines).toEqual([
      { partner: "p-9", name: "Carl", result: "refused", sentence: "is no member of this program" },
      { partner: "p-8", name: "Bob", result: "done", sentence: "moves from the default terms to Gold" },
      { partner: "p-7", name: "Anna Lopez", result: "unchanged", sentence: "is so already" },
    ]);
    expect((await decide({ partnerId: "p-8" })).payout).toBe("10.00");
  });

  it("finds members by a filter, and for a join those who are none yet", async () => {
    const { preview } = await started();
    const found = async (edit: Edit, filter: object) =>
      (await preview(edit, { filter })).body.lines.map(({ partner }: { partner: string }) => partner);
    expect(await found(MOVE, { terms: "default" })).toEqual(["p-8"]);
    expect(await found(MOVE, { search: "LOPEZ" })).toEqual(["p-7"]);
    expect(await found({ kind: "join", terms: null }, {})).toEqual(["p-9"]);
  });

  it.each<[string, object, object, string]>([
    ["terms that do not exist", { kind: "move", terms: "silver" }, EVERYONE, "/edit/terms"],
    ["terms that were never published", { kind: "move", terms: "bare" }, EVERYONE, "/edit/terms"],
    ["a move in the past", { ...MOVE, termsFrom: "2026-01-01T00:00:00Z" }, EVERYONE, "/edit/termsFrom"],
    [
      "a percent per click",
      { ...DEAL, payout: { model: "CPC", partner: { percent: "1" } } },
      EVERYONE,
      "/edit/payout/partner/percent",
    ],
    ["an event type that no terms have", { ...DEAL, eventType: "lead" }, EVERYONE, "/edit/eventType"],
    [
      "dates that turn round",
      { kind: "dates", from: "2027-01-02T00:00:00Z", until: "2027-01-01T00:00:00Z" },
      EVERYONE,
      "/edit/until",
    ],
    ["dates that change nothing", { kind: "dates" }, EVERYONE, "/edit"],
    [
      "old codes that ended before",
      { kind: "reissue-codes", oldUntil: "2026-01-01T00:00:00Z" },
      EVERYONE,
      "/edit/oldUntil",
    ],
    ["a pattern without a digit", { kind: "reissue-codes", pattern: "SUMMER" }, EVERYONE, "/edit/pattern"],
    ["nobody", MOVE, { partners: [] }, "/selection/partners"],
    [
      "who is to join by terms",
      { kind: "join", terms: null },
      { filter: { terms: "gold" } },
      "/selection/filter/terms",
    ],
    ["a misspelt kind", { kind: "mov", terms: "gold" }, EVERYONE, "/edit/kind"],
  ])("refuses %s before anything begins", async (_what, edit, selection, pointer) => {
    const { send } = await started();
    await send("POST", "/api/programs/acme/terms", { id: "bare", name: "Bare" });
    for (const [path, more] of [
      [`${BULK}/preview`, {}],
      [BULK, { id: randomUUID(), fingerprint: "x" }],
    ] as const) {
      const reply = await send("POST", path, { selection, edit, ...more });
      expect([reply.status, reply.body.errors[0]?.pointer]).toEqual([422, pointer]);
    }
    expect((await send("GET", BULK)).body.items).toEqual([]);
  });

  it("refuses an id that is no UUID", async () => {
    const { send } = await started();
    const edit = { edit: MOVE, selection: EVERYONE, fingerprint: "x" };
    const { status, body } = await send("POST", BULK, { ...edit, id: "5" });
    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: "/id", message: 'must be a UUID like "5f0c1e9a-3b7d-4c21-9e58-7a6d2f4b8c10", not "5"' }],
    ]);
    expect((await send("POST", BULK, edit)).body.errors).toEqual([
      { pointer: "/id", message: "is missing; it must be text" },
    ]);
  });

  it("refuses a payout that no terms can pay, and member by member what only some can", async () => {
    const { put, preview } = await started();
    const edit: Edit = { ...DEAL, payout: { model: "CPM", partner: { fixed: "1" } } } as Edit;
    await put({ ...saleTerms("20", { level: "item" }), name: "Gold" }, {}, GOLD);
    const some = (await preview(edit)).body;
    expect(some.counts).toEqual({ all: 2, done: 1, unchanged: 0, refused: 1 });
    expect(some.lines[0].sentence).toMatch(/^is paid by Gold, where this payout does not fit: CPM pays per event/);
    await put(saleTerms("20", { level: "item" }), {}, STANDARD);
    const reply = await preview(edit);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/edit/payout/model"]);
  });
});

describe("a bulk edit", () => {
  it("does to each member what was shown, and reports line by line", async () => {
    const { run, lines, decide, wait, service } = await started();
    const job = await run(MOVE, { partners: ["p-9", "p-8", "p-7"] });
    expect(job).toMatchObject({
      ...{ program: "acme", title: "Move to Gold", status: "finished", counts: counts(1, 1, 1) },
      ...{ startedBy: "Someone on this machine", finishedAt: service.clock.now().toISOString() },
    });
    expect(await lines(job.id)).toEqual([
      "refused: p-9 is no member of this program",
      "done: p-8 moves from the default terms to Gold",
      "unchanged: p-7 is so already",
    ]);
    wait();
    expect((await decide({ partnerId: "p-8" })).payout).toBe("20.00");
  });

  it("is in the history with whoever started it: once as a whole, and with every member", async () => {
    const { run, send } = await started();
    const { id } = await run(MOVE);
    const { items } = (await send("GET", `/api/history?bulkEdit=${id}`)).body;
    expect(items.map(({ by, sentence }: { by: { id: string }; sentence: string }) => `${by.id}: ${sentence}`)).toEqual([
      "local: Bob moves from the default terms to Gold",
      "local: Move to Gold: a bulk edit of 2 partners",
    ]);
  });

  it("is refused when what would change is no longer what was shown, and changes nothing", async () => {
    const { preview, send, changeMember, decide, wait } = await started();
    const { fingerprint } = (await preview(MOVE)).body;
    await changeMember("p-7", { terms: null });
    const request = { id: randomUUID(), selection: EVERYONE, edit: MOVE, fingerprint };
    const stale = await send("POST", BULK, request);
    expect([stale.status, stale.body.type]).toEqual([412, "/problems/stale"]);
    wait();
    expect((await decide({ partnerId: "p-8" })).payout).toBe("10.00");
    expect((await send("GET", BULK)).body.items).toEqual([]);
    await changeMember("p-7", { terms: "gold" });
    expect((await send("POST", BULK, request)).status).toBe(202);
  });

  it("is started once, however often it is sent; another one with its id is refused", async () => {
    const { start, preview, send, settled } = await started();
    const id = randomUUID();
    const { fingerprint } = (await preview(MOVE)).body;
    const same = () => send("POST", BULK, { id, selection: EVERYONE, edit: MOVE, fingerprint });
    const replies = await Promise.all(Array.from({ length: 5 }, same));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 202]);
    await settled(id);
    const again = await same();
    expect([again.status, again.body.status, again.body.counts]).toEqual([200, "finished", counts(1, 1)]);
    expect((await start({ kind: "status", active: false }, EVERYONE, id)).status).toBe(409);
    const other = { id, selection: EVERYONE, edit: { kind: "status", active: false }, fingerprint };
    expect((await send("POST", BULK, other)).status).toBe(409);
    expect((await send("GET", BULK)).body.items).toHaveLength(1);
  });

  it("that finds nobody is refused", async () => {
    const { start } = await started();
    const reply = await start(MOVE, { filter: { search: "nobody" } });
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/selection"]);
  });

  it("tries again what it refused, and only that", async () => {
    const { run, settled, join, send, lines } = await started();
    const { id } = await run(MOVE, { partners: ["p-8", "p-9"] });
    const retry = () => send("POST", `${BULK}/${id}/retry`);
    await join("p-9");
    const reply = await retry();
    expect([reply.status, reply.body.status]).toEqual([202, "running"]);
    expect((await settled(id)).counts).toEqual(counts(2));
    expect(await lines(id)).toEqual([
      "done: p-8 moves from the default terms to Gold",
      "done: p-9 moves from the default terms to Gold",
    ]);
    expect((await retry()).status).toBe(409);
  });

  it("lists its lines in pages, and by how they ended", async () => {
    const { run, send, lines } = await started();
    const strangers = Array.from({ length: 2 * LINES_PER_CHUNK }, (_, at) => `x-${at}`);
    const partners = [...strangers.slice(0, 300), "p-8", ...strangers.slice(300), "p-7"];
    const { id, counts: ended } = await run(MOVE, { partners });
    expect(ended).toEqual(counts(1, 1, strangers.length));
    expect(await lines(id, "?result=done")).toEqual(["done: p-8 moves from the default terms to Gold"]);
    expect(await lines(id, "?result=waiting")).toEqual([]);
    const seen: string[] = [];
    for (let cursor = ""; cursor !== null; ) {
      const path = `${BULK}/${id}/lines?limit=100${cursor && `&cursor=${cursor}`}`;
      const { items, nextCursor } = (await send("GET", path)).body;
      seen.push(...items.map(({ partner }: { partner: string }) => partner));
      cursor = nextCursor;
    }
    expect(seen).toEqual(partners);
  });

  it("is listed, the newer first, in pages", async () => {
    const { run, send, service } = await started();
    const ids: string[] = [];
    for (const active of [false, true, false]) {
      ids.unshift((await run({ kind: "status", active })).id);
      service.clock.advance(1);
    }
    const page = async (query: string) => (await send("GET", `${BULK}?limit=2${query}`)).body;
    const first = await page("");
    const second = await page(`&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect((await send("GET", `${BULK}/${randomUUID()}`)).status).toBe(404);
    expect((await send("GET", "/api/programs/other/bulk-edits")).status).toBe(404);
  });
});

describe("every kind of bulk edit", () => {
  it.each<[Edit, unknown[]]>([
    [
      { kind: "join", terms: "gold", code: "NEW{NN}" },
      [expect.stringMatching(/^done: p-9 joins under Gold, and gets a promo code; the new code is NEW\d\d$/)],
    ],
    [
      { kind: "move", terms: null },
      [
        'done: p-7 moves from Gold to the default terms; the personal payout "own" no longer pays then',
        "unchanged: p-8 is so already",
      ],
    ],
    [MOVE, ["unchanged: p-7 is so already", "done: p-8 moves from the default terms to Gold"]],
    [{ kind: "status", active: false }, ["done: p-7 is deactivated", "done: p-8 is deactivated"]],
    [
      { kind: "dates", until: "2027-01-01T00:00:00Z" },
      ["done: p-7 is paid until Jan 1, 2027", "done: p-8 is paid until Jan 1, 2027"],
    ],
    [
      DEAL,
      [
        'done: p-7 is paid 15 % of the order by "own", not 30 % of the order',
        'done: p-8 gets the personal payout "Deal": 15 % of the order',
      ],
    ],
    [
      { kind: "remove-personal-payout", eventType: "sale" },
      ['done: p-7 loses the personal payout "own"', "unchanged: p-8 has no personal payout without a coupon code"],
    ],
    [
      { kind: "codes", active: false },
      ["done: p-7 ANNA1 and ANNA2 are deactivated", "unchanged: p-8 has no promo codes"],
    ],
    [
      { kind: "code-dates", until: "2027-01-01T00:00:00Z" },
      ["done: p-7 ANNA1 and ANNA2 count until Jan 1, 2027", "unchanged: p-8 has no promo codes"],
    ],
    [
      { kind: "reissue-codes", oldUntil: "2027-01-01T00:00:00Z" },
      [
        expect.stringMatching(
          /^done: p-7 ANNA1 and ANNA2 are re-issued, the old ones run out Jan 1, 2027; the new codes are ANNA\w+, ANNA\w+$/,
        ),
        "unchanged: p-8 has no promo codes",
      ],
    ],
    [{ kind: "links", active: false }, ["done: p-7 Shoes is deactivated", "unchanged: p-8 has no links"]],
  ])("$kind is done as it was shown, and then there is nothing left to do", async (edit, report) => {
    const { run, lines, preview, giveCode, givePayout, send } = await started();
    await giveCode("p-7", "ANNA1");
    await giveCode("p-7", "ANNA2");
    await givePayout(GOLD, "own", "p-7", "30");
    await send("POST", "/api/programs/acme/links", { partner: "p-7", name: "Shoes", url: "https://shop.example" });
    const { id } = await run(edit);
    expect(await lines(id)).toEqual(report);
    const again = await preview(edit, { partners: ["p-7", "p-8", "p-9"] });
    const left = again.body.counts.done;
    // New codes are codes as well: asked for once more, they are re-issued once more.
    expect(left).toBe(edit.kind === "reissue-codes" ? 1 : 0);
  });

  it("pays by the personal payout that it gave, also one of another model", async () => {
    const { run, decide, wait } = await started();
    await run({ ...DEAL, payout: { model: "CPA", partner: { fixed: "7" } } } as Edit);
    wait();
    for (const partnerId of ["p-7", "p-8"]) {
      expect(await decide({ partnerId })).toMatchObject({ payout: "7.00", match: { kind: "personal", name: "Deal" } });
    }
    expect((await decide({ partnerId: "p-9" })).payout).toBe("10.00");
  });

  it("stops the old code of a member, and leaves it one new one", async () => {
    const { run, giveCode, send, decide, wait } = await started();
    await giveCode("p-8", "BOB1");
    await run({ kind: "reissue-codes", pattern: "NEW{NNN}" });
    wait();
    const { items } = (await send("GET", "/api/programs/acme/codes?partner=p-8")).body;
    const codes = items.map(({ code, active, replaces }: Record<string, unknown>) => ({ code, active, replaces }));
    expect(codes).toHaveLength(2);
    const fresh = codes.find(({ active }: { active: boolean }) => active);
    expect(fresh).toMatchObject({ code: expect.stringMatching(/^NEW\d{3}$/), replaces: "BOB1" });
    expect((await decide({ promoCode: fresh.code })).partnerId).toBe("p-8");
    expect((await decide({ promoCode: "BOB1" })).partnerId).toBeNull();
  });

  it("leaves out, with the sentence of the use case, who cannot be given a code", async () => {
    const { run, lines, addPartner, giveCode } = await started();
    for (let n = 0; n < 10; n++) await giveCode("p-7", `ONE${n}`);
    await addPartner("p-10", "Dora");
    const { id, counts: ended } = await run({ kind: "join", terms: null, code: "ONE{N}" }, { partners: ["p-10"] });
    expect(ended).toEqual(counts(0, 0, 1));
    expect((await lines(id))[0]).toMatch(/^refused: p-10 The pattern ONE\{N\} has no free code left/);
  });

  it("has the personal payouts of others left alone", async () => {
    const { run, send } = await started();
    const shared = { ...personalPayout("shared", "p-7", "30"), partners: ["p-7", "p-9"] };
    await send("POST", `${GOLD}/events/sale/personal-payouts`, shared);
    const { counts: ended } = await run(DEAL);
    expect(ended).toEqual(counts(1, 0, 1));
    const { items } = (await send("GET", `${GOLD}/events/sale/personal-payouts`)).body;
    expect(items.map(({ payout }: { payout: object }) => payout)).toEqual([shared]);
  });
});
