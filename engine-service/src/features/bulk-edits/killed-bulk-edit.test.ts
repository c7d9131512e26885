import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { BulkEdit, PromoCode } from "@firstmatch/shared-types";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { BULK, EVERYONE } from "../../testing/bulk-edit-doors.ts";
import { temporaryFolder } from "../../testing/test-service.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const MAIN = join(ROOT, "engine-service/dist/main.js");

/** Members of the program, more than one chunk of lines. */
const ALL = 300;
const KILLS = 4;

beforeAll(async () => {
  // Whether the types are right is another step's question; here it only matters that the build is today's.
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [tsc, "-b", "engine-service"], { cwd: ROOT }).catch(() => undefined);
}, 120_000);

/** The program as anyone starts it, on a store of its own. */
async function started(dataDir: string) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "warn" },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (out += chunk));
  while (!/Firstmatch is at \S+\n/.test(out)) {
    if (child.exitCode !== null) throw new Error(out);
    await delay(20);
  }
  const url = /Firstmatch is at (\S+)/.exec(out)?.[1] ?? "";
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  const send = async (method: string, path: string, body?: unknown): Promise<any> => {
    const response = await fetch(url + path, {
      method,
      ...(body !== undefined && { headers: { "Content-Type": "application/json" } }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  return { child, send, kill };
}
type Running = Awaited<ReturnType<typeof started>>;

async function start({ send }: Running, edit: object): Promise<string> {
  const { fingerprint } = await send("POST", `${BULK}/preview`, { selection: EVERYONE, edit });
  const { id } = await send("POST", BULK, { id: randomUUID(), selection: EVERYONE, edit, fingerprint });
  return id;
}

async function whenIts({ send }: Running, id: string, come: (job: BulkEdit) => boolean): Promise<BulkEdit> {
  for (;;) {
    const job: BulkEdit = await send("GET", `${BULK}/${id}`);
    if (come(job)) return job;
    await delay(10);
  }
}

const finished = ({ status }: BulkEdit) => status === "finished";

async function codesOf({ send }: Running): Promise<PromoCode[]> {
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
    let service = await started(folder);
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
      service = await started(folder);
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
