import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { BulkEdit, PromoCode } from "@firstmatch/shared-types";
import { beforeAll, describe, expect, it } from "vitest";
import { BULK, EVERYONE } from "../../testing/bulk-edit-doors.ts";
import { buildService, type KillableService, startKillable } from "../../testing/killable-service.ts";
import { temporaryFolder } from "../../testing/test-service.ts";

/** Members of the program, more than one chunk of lines. */
const ALL = 300;
const KILLS = 4;

beforeAll(buildService, 120_000);

async function start({ send }: KillableService, edit: object): Promise<string> {
  const { fingerprint } = await send("POST", `${BULK}/preview`, { selection: EVERYONE, edit });
  const { id } = await send("POST", BULK, { id: randomUUID(), selection: EVERYONE, edit, fingerprint });
  return id;
}

async function whenIts({ send }: KillableService, id: string, come: (job: BulkEdit) => boolean): Promise<BulkEdit> {
  for (;;) {
    const job: BulkEdit = await send("GET", `${BULK}/${id}`);
    if (come(job)) return job;
    await delay(10);
  }
}

const finished = ({ status }: BulkEdit) => status === "finished";

async function codesOf({ send }: KillableService): Promise<PromoCode[]> {
  const codes: PromoCode[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const path = `/api/programs/acme/codes?limit=100${cursor && `&cursor=${cursor}`}`;
    const { items, nextCursor } = await send("GET", path);
    codes.push(...items);
    cursor = nextCursor;
  }
  return codes;
}

describe("a re-issue that is killed over and over", () => {
  it(`leaves each of ${ALL} members one new code, and a whole report`, { timeout: 300_000 }, async () => {
    const folder = await temporaryFolder();
    let service = await startKillable({ DATA_DIR: folder });
    await service.send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone: "UTC" });
    for (let at = 0; at < ALL; at++)
      await service.send("POST", "/api/partners", { id: `p${at}`, name: `Partner ${at}` });
    const joined = await start(service, { kind: "join", terms: null, code: "OLD{NNNNN}" });
    await whenIts(service, joined, finished);

    const id = await start(service, { kind: "reissue-codes", pattern: "NEW{NNNNN}" });
    for (let kills = 0; kills < KILLS; kills++) {
      const { counts } = await whenIts(service, id, () => true);
      const enough = Math.min(ALL - 1, counts.done + ALL / (2 * KILLS));
      await whenIts(service, id, (job) => job.counts.done > enough || finished(job));
      await delay(Math.random() * 50);
      await service.kill();
      service = await startKillable({ DATA_DIR: folder });
    }
    const job = await whenIts(service, id, finished);
    expect(job.counts).toEqual({ all: ALL, done: ALL, unchanged: 0, refused: 0, waiting: 0 });

    const codes = await codesOf(service);
    expect(codes).toHaveLength(2 * ALL);
    const active = codes.filter((code) => code.active);
    expect(new Set(active.map(({ partner }) => partner)).size).toBe(ALL);
    for (const { code, replaces } of active)
      expect([code, replaces]).toEqual([expect.stringMatching(/^NEW/), expect.stringMatching(/^OLD/)]);
    const { items } = await service.send("GET", `${BULK}/${id}/lines?limit=100`);
    for (const { partner, sentence } of items) {
      const [old, fresh] = [false, true].map(
        (is) => codes.find(({ partner: holder, active }) => holder === partner && active === is)?.code,
      );
      expect(sentence).toBe(`${old} is re-issued and stops; the new code is ${fresh}`);
    }
  });
});
