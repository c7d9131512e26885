import { setTimeout as delay } from "node:timers/promises";
import type { BulkEdit, Edit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { bulkEditDoors } from "../../testing/bulk-edit-doors.ts";
import { ENGINES } from "../../testing/engines.ts";
import { enroll } from "../../testing/members.ts";
import { doors, saleTerms, startService, TestClock, type TestService } from "../../testing/test-service.ts";
import { LEASE_MS } from "./bulk-edit-runner.ts";

const REISSUE: Edit = { kind: "reissue-codes", pattern: "NEW{NNNN}" };
const ALL = 60;
const IDS = Array.from({ length: ALL }, (_, at) => `p${at}`);

describe.each(ENGINES)("a bulk edit on %s", (_engine, engine) => {
  /** Services on one store, each with a connection of its own that can break; sixty members with a code each. */
  async function started(services = 1) {
    const open = await engine();
    const clock = new TestClock();
    const all: (TestService & { storage: BreakableStorage })[] = [];
    const add = async () => {
      const storage = new BreakableStorage(open());
      const service = { ...(await startService({ storage, clock })), storage };
      all.push(service);
      return service;
    };
    const first = await add();
    await doors(first).createProgram();
    await doors(first).put(saleTerms("10"));
    await enroll(first, IDS);
    for (const partner of IDS)
      await first.send("POST", "/api/programs/acme/codes", { partner, code: `OLD-${partner}` });
    clock.advance(1_000);
    while (all.length < services) await add();
    return { all, first, second: all[1] ?? first, clock, ...bulkEditDoors(first) };
  }

  /** Lets work go on until so many lines are reported. */
  async function until(service: TestService, id: string, done: number) {
    for (;;) {
      const { counts } = await bulkEditDoors(service).job(id);
      if (counts.done >= done) return;
      await delay(2);
    }
  }

  /** Every member has its old code, stopped, and one new one; and the report says so. */
  async function expectOneNewCodeEach(service: TestService, job: BulkEdit) {
    expect(job).toMatchObject({ status: "finished", counts: { all: ALL, done: ALL } });
    const stored = await service.rooms.codes.all();
    for (const partner of IDS) {
      const codes = stored
        .filter((code) => code.partner === partner)
        .map(({ replaces, holding }) => ({ replaces, active: holding.at(-1)?.value.active }));
      expect(codes).toHaveLength(2);
      expect(codes).toContainEqual({ replaces: null, active: false });
      expect(codes).toContainEqual({ replaces: `OLD-${partner}`, active: true });
    }
  }

  it("goes on where an outage stopped it, and does nothing twice", async () => {
    const { first, start, settled } = await started();
    const { id } = (await start(REISSUE)).body;
    for (const pause of [5, 15, 30, 60]) {
      await delay(pause);
      first.storage.away = true;
      await first.rooms.bulkEditRunner.idle();
      first.storage.away = false;
      void first.rooms.bulkEditRunner.look(first.rooms);
    }
    await expectOneNewCodeEach(first, await settled(id));
  });

  it("knows what it did when the answers to its writes were lost", async () => {
    const { first, start, settled } = await started();
    first.storage.losesAnswers = false;
    const { id } = (await start(REISSUE)).body;
    for (const pause of [5, 15, 30]) {
      await delay(pause);
      first.storage.losesAnswers = true;
      await first.rooms.bulkEditRunner.idle();
      first.storage.losesAnswers = false;
      void first.rooms.bulkEditRunner.look(first.rooms);
    }
    await expectOneNewCodeEach(first, await settled(id));
  });

  it("is worked on by one service at a time, however many look for work", async () => {
    const { all, start, settled, job } = await started(3);
    const { id } = (await start(REISSUE)).body;
    const workers = new Set<string | undefined>();
    while ((await job(id)).status === "running") {
      await Promise.all(all.map(({ rooms }) => rooms.bulkEditRunner.look(rooms)));
      workers.add((await all[0]?.rooms.bulkEdits.find(id))?.lease?.by);
    }
    workers.delete(undefined);
    expect(workers.size).toBe(1);
    await expectOneNewCodeEach(all[1] as TestService, await settled(id));
  });

  it("is taken over from a service that is gone, when its lease stood still for long enough", async () => {
    const { first, second, start, clock } = await started(2);
    const { id } = (await start(REISSUE)).body;
    await delay(20);
    first.storage.away = true;
    await first.rooms.bulkEditRunner.idle();
    const look = async () => {
      await second.rooms.bulkEditRunner.look(second.rooms);
      return (await second.rooms.bulkEdits.find(id))?.lease?.by;
    };
    const gone = await look();
    clock.advance(LEASE_MS - 1);
    expect(await look()).toBe(gone);
    clock.advance(1);
    await look();
    await expectOneNewCodeEach(second, await bulkEditDoors(second).settled(id));
  });

  it("gives nobody two codes when a service comes back from a pause to a job that was taken over", async () => {
    const { first, second, start, clock } = await started(2);
    let wake = () => {};
    const pause = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const { id } = (await start(REISSUE)).body;
    await delay(10);
    for (const name of ["promo-codes", "bulk-edits", "bulk-edit-lines"]) first.storage.slow.set(name, pause);
    await second.rooms.bulkEditRunner.look(second.rooms);
    clock.advance(LEASE_MS);
    await second.rooms.bulkEditRunner.look(second.rooms);
    await until(second, id, ALL / 2);
    wake();
    first.storage.slow.clear();
    await first.rooms.bulkEditRunner.idle();
    await expectOneNewCodeEach(second, await bulkEditDoors(second).settled(id));
  });

  it("stops after the members under way when its service leaves, and goes on at once in another", async () => {
    const { first, second, start, job } = await started(2);
    const { id } = (await start(REISSUE)).body;
    await delay(10);
    await first.rooms.bulkEditRunner.stop();
    const { status, counts } = await job(id);
    expect([status, counts.done]).toEqual(["running", expect.any(Number)]);
    expect(counts.done).toBeLessThan(ALL);
    expect((await first.rooms.bulkEdits.find(id))?.lease).toBeNull();
    await expectOneNewCodeEach(second, await bulkEditDoors(second).settled(id));
  });

  it("adds a personal payout once, and a member with its code once, however often it is cut off", async () => {
    const { first, run, start, settled } = await started();
    for (const id of ["n0", "n1", "n2", "n3", "n4"]) await first.send("POST", "/api/partners", { id, name: "New" });
    const cutOff = async (edit: Edit) => {
      const { id } = (await start(edit)).body;
      for (let times = 0; times < 6; times++) {
        await delay(5 + times * 3);
        first.storage.losesAnswers = true;
        await first.rooms.bulkEditRunner.idle();
        first.storage.losesAnswers = false;
        void first.rooms.bulkEditRunner.look(first.rooms);
      }
      return settled(id);
    };
    const join = await cutOff({ kind: "join", terms: null, code: "JOIN{NNNN}" });
    expect(join.counts).toMatchObject({ all: 5, done: 5 });
    const codes = (await first.rooms.codes.all()).filter(({ partner }) => partner.startsWith("n"));
    expect(codes.map(({ partner }) => partner).sort()).toEqual(["n0", "n1", "n2", "n3", "n4"]);
    const payout = { model: "CPS", partner: { percent: "15" } } as const;
    const deal = await cutOff({ kind: "personal-payout", eventType: "sale", title: "Deal", payout });
    expect(deal.counts).toMatchObject({ all: ALL + 5, done: ALL + 5 });
    expect(await first.rooms.personal.all()).toHaveLength(ALL + 5);
    expect((await run({ kind: "remove-personal-payout", eventType: "sale" })).counts.done).toBe(ALL + 5);
  });
});
