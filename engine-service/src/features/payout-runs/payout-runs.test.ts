import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { ifMatch, startedWithProgram, startService } from "../../testing/test-service.ts";

const ACME = "/api/programs/acme";
const RUNS = `${ACME}/payout-runs`;
const DAY = 86_400_000;

describe.each(ENGINES)("payout runs: %s", (_engine, engine) => {
  async function started() {
    const open = await engine();
    const { service } = await startedWithProgram({ storage: open() });
    const { send, rooms, clock } = service;
    let ids = 0;
    /** Of 100.00, so the partner earns 10.00. */
    const record = async (partnerId: string, more: object = {}) => {
      const conversionId = `c-${++ids}`;
      const body = { conversionId, program: "acme", eventType: "sale", partnerId, orderTotal: "100", ...more };
      const reply = await send("POST", "/conversions", body);
      expect(reply.status, reply.text).toBe(200);
      return conversionId;
    };
    const run = async (until: string, id: string = randomUUID()) => {
      clock.advance(1_000);
      const reply = await send("POST", RUNS, { id, until });
      await rooms.payoutRunner.idle();
      return reply;
    };
    /** What the newest run paid. */
    const paid = async () => {
      const [newest] = (await send("GET", RUNS)).body.items;
      const { items } = (await send("GET", `${RUNS}/${newest.id}/lines`)).body;
      const lines = items.map(({ partner, conversions, payout }: never) => [partner, conversions, payout]);
      return { status: newest.status, payout: newest.payout, lines };
    };
    const seen = async (id: string) => (await send("GET", `${ACME}/conversions/${id}`)).body;
    const reverse = (id: string, revision: number, amount?: string) =>
      send("POST", `${ACME}/conversions/${id}/reverse`, { amount, reason: "Back" }, ifMatch(revision));
    return { service, open, send, rooms, clock, record, run, paid, seen, reverse };
  }

  it("pays each partner what is payable, once, and marks its conversions as paid", async () => {
    const { send, record, run, paid, seen } = await started();
    const [first] = [await record("p-1"), await record("p-1"), await record("p-2")];
    const preview = (await send("GET", `${RUNS}/preview?until=2026-11-20`)).body;
    const { status, body } = await run("2026-11-20");
    expect([status, body.status]).toEqual([201, "running"]);
    const lines = [
      ["p-1", 2, "20.00"],
      ["p-2", 1, "10.00"],
    ];
    expect(await paid()).toEqual({ status: "finished", payout: "30.00", lines });
    expect([
      preview.payout,
      preview.lines.map(({ partner, conversions, payout }: never) => [partner, conversions, payout]),
    ]).toEqual(["30.00", lines]);
    expect(await seen(first)).toMatchObject({ state: "paid", payoutRun: body.id, revision: 1 });
    const [line] = (await send("GET", "/api/history?thing=payout-run")).body.items;
    expect([line.sentence, line.thing.id]).toEqual(["Payout run until 2026-11-20: $30.00 to 2 partners", body.id]);

    const again = await run("2026-11-20", body.id);
    expect([again.status, again.body.payout, again.body.id]).toEqual([200, "30.00", body.id]);
    const another = await run("2026-11-20");
    expect([another.status, another.body.errors]).toEqual([
      422,
      [{ pointer: "/until", message: "finds nobody with anything to be paid by 2026-11-20" }],
    ]);
    expect((await run("2026-11-19", body.id)).status).toBe(409);
  });

  it("leaves what is pending, and what became payable after the day", async () => {
    const { send, record, run, paid, seen, clock } = await started();
    const { revision } = (await send("GET", ACME)).body;
    const early = await record("p-1");
    await send("PATCH", ACME, { holdingDays: 3 }, ifMatch(revision));
    const late = await record("p-1");
    clock.advance(5 * DAY);
    await run("2026-11-22");
    expect((await paid()).lines).toEqual([["p-1", 1, "10.00"]]);
    expect([(await seen(early)).state, (await seen(late)).state]).toEqual(["paid", "payable"]);
    await run("2026-11-23");
    expect([(await paid()).lines, (await seen(late)).state]).toEqual([[["p-1", 1, "10.00"]], "paid"]);
  });

  it("refuses a day before that of an earlier run, in a preview as well, and takes the same day again", async () => {
    const { send, record, run, paid } = await started();
    await record("p-1");
    await run("2026-11-20");
    await record("p-1");
    const fault = {
      pointer: "/until",
      message: "was paid already up to 2026-11-20 by an earlier run; choose that day or a later one, not 2026-11-19",
    };
    const replies = [await send("GET", `${RUNS}/preview?until=2026-11-19`), await run("2026-11-19")];
    for (const { status, body } of replies) expect([status, body.errors]).toEqual([422, [fault]]);
    await run("2026-11-20");
    expect((await paid()).lines).toEqual([["p-1", 1, "10.00"]]);
  });

  it("pays less after a reversal of what was paid, and carries over a balance below zero", async () => {
    const { send, record, run, paid, seen, reverse } = await started();
    const first = await record("p-1");
    await record("p-2");
    await run("2026-11-20");
    expect((await reverse(first, 1)).body.state).toBe("reversed");
    const second = await record("p-1", { orderTotal: "50" });
    await record("p-2");
    await run("2026-11-20");
    expect((await paid()).lines).toEqual([["p-2", 1, "10.00"]]);
    expect((await seen(second)).state).toBe("payable");
    const { carriedOver } = (await send("GET", `${RUNS}/preview?until=2026-11-20`)).body;
    expect(carriedOver).toEqual([{ partner: "p-1", name: "p-1", conversions: 0, payout: "-5.00" }]);

    await record("p-1", { orderTotal: "120" });
    await run("2026-11-20");
    expect(await paid()).toEqual({ status: "finished", payout: "7.00", lines: [["p-1", 1, "7.00"]] });
    expect((await seen(second)).state).toBe("paid");
  });

  it("takes a part that was reversed before, and an approval, as they are", async () => {
    const { send, record, run, paid, reverse } = await started();
    const { revision } = (await send("GET", ACME)).body;
    await send("PATCH", ACME, { holdingDays: 30 }, ifMatch(revision));
    const approved = await record("p-1");
    await record("p-1");
    await reverse(approved, 1, "40");
    expect((await run("2026-11-20")).status).toBe(422);
    await send("POST", `${ACME}/conversions/${approved}/approve`, undefined, ifMatch(2));
    await run("2026-11-20");
    expect((await paid()).lines).toEqual([["p-1", 1, "6.00"]]);
    await reverse(approved, 3, "30");
    const { carriedOver } = (await send("GET", `${RUNS}/preview?until=2026-11-20`)).body;
    expect(carriedOver[0].payout).toBe("-3.00");
  });

  it("starts one of many, with one id or with several", async () => {
    const { send, rooms, record, paid, open, clock } = await started();
    await Promise.all(Array.from({ length: 250 }, (_, at) => record(`p-${at}`)));
    const other = await startService({ storage: open() });
    const id = randomUUID();
    const same = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? other.send : send)("POST", RUNS, { id, until: "2026-11-20" })),
    );
    expect(same.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    await Promise.all([rooms.payoutRunner.look(rooms), other.rooms.payoutRunner.look(other.rooms)]);
    await Promise.all([rooms.payoutRunner.idle(), other.rooms.payoutRunner.idle()]);
    const { payout, status } = await paid();
    expect([status, payout]).toEqual(["finished", "2500.00"]);

    for (let at = 0; at < 5; at++) await record("p-1");
    clock.advance(1_000);
    const several = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        (at % 2 ? other.send : send)("POST", RUNS, { id: randomUUID(), until: "2026-11-20" }),
      ),
    );
    expect(several.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    await Promise.all([rooms.payoutRunner.idle(), other.rooms.payoutRunner.idle()]);
    expect((await paid()).lines).toEqual([["p-1", 5, "50.00"]]);
    expect((await send("GET", "/api/history?thing=payout-run")).body.items).toHaveLength(2);
  });

  it("is the same run for who asked when it was not there yet, and finds all paid by it", async () => {
    const { record, run, rooms } = await started();
    await record("p-1");
    const id = (await run("2026-11-20")).body.id;
    const { find } = rooms.payoutRuns;
    let looks = 0;
    // As it looks where another process starts and finishes it right after the first look.
    Object.assign(rooms.payoutRuns, {
      find: async (...which: Parameters<typeof find>) => (looks++ === 0 ? null : find(...which)),
    });
    const again = await run("2026-11-20", id);
    expect([again.status, again.body.id, again.body.payout]).toEqual([200, id, "10.00"]);
  });

  it("refuses a second run while one is under way, and goes on with that at the next start", async () => {
    const { send, record, rooms, paid, open } = await started();
    await record("p-1");
    await rooms.payoutRunner.stop();
    const id = randomUUID();
    expect((await send("POST", RUNS, { id, until: "2026-11-20" })).body.status).toBe("running");
    const refused = await send("POST", RUNS, { id: randomUUID(), until: "2026-11-20" });
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      `Another payout run, ${id}, is under way in this program; start this one after it.`,
    ]);
    await record("p-1");
    const next = await startService({ storage: open() });
    await next.rooms.payoutRunner.look(next.rooms);
    await next.rooms.payoutRunner.idle();
    expect(await paid()).toEqual({ status: "finished", payout: "10.00", lines: [["p-1", 1, "10.00"]] });
  });

  it("refuses days to come, days that are none, and what is not there", async () => {
    const { send, run } = await started();
    const ahead = await run("2026-11-21");
    expect([ahead.status, ahead.body.detail]).toEqual([
      422,
      "/until must be today, 2026-11-20 in the program's time zone, or an earlier day, not 2026-11-21",
    ]);
    expect((await run("2026-02-30")).status).toBe(422);
    expect((await send("GET", `${RUNS}/preview`)).status).toBe(422);
    expect((await send("GET", `${RUNS}/${randomUUID()}`)).status).toBe(404);
    expect((await send("GET", "/api/programs/none/payout-runs")).status).toBe(404);
  });

  it("gives its lines page by page, and as a file that is safe in a spreadsheet", async () => {
    const { send, record, run } = await started();
    await send("POST", "/api/partners", { id: "p-2", name: "=HYPERLINK(1)" });
    for (const partner of ["p-1", "p-2", "p-3", "p/4 %"]) await record(partner);
    const { id } = (await run("2026-11-20")).body;
    const first = (await send("GET", `${RUNS}/${id}/lines?limit=3`)).body;
    const rest = (await send("GET", `${RUNS}/${id}/lines?limit=3&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map(({ partner }) => partner)).toEqual(["p-1", "p-2", "p-3", "p/4 %"]);
    expect(rest.nextCursor).toBeNull();
    const file = await send("GET", `${RUNS}/${id}/lines.csv`);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="payout-run-acme-2026-11-20.csv"');
    expect(parse(file.text, { bom: true }).slice(0, 3)).toEqual([
      ["Partner", "Name", "Conversions", "Payout", "Currency", "Until", "Payout run"],
      ["p-1", "p-1", "1", "10.00", "USD", "2026-11-20", id],
      ["p-2", "'=HYPERLINK(1)", "1", "10.00", "USD", "2026-11-20", id],
    ]);
  });
});
