import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import mongoose from "mongoose";
import { pino } from "pino";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Storage } from "../../storage/collection.ts";
import { openEmbeddedStorage } from "../../storage/embedded-storage.ts";
import { connectMongoStorage } from "../../storage/mongo-storage.ts";
import { temporaryFolder } from "../../testing/test-service.ts";
import { type Rooms, wire } from "../../wire.ts";
import { createProgram } from "../programs/create-program.ts";

const KILLS = 20;
const given = process.env.FIRSTMATCH_TEST_MONGODB_URI;
const log = pino({ level: "silent" });

/** Where the child finds its store, and how this process opens it while no child lives. */
interface Place {
  name: string;
  open: () => Promise<Storage>;
}

async function embedded(): Promise<Place> {
  const name = await temporaryFolder();
  return { name, open: () => openEmbeddedStorage(name) };
}

async function mongodb(): Promise<Place> {
  const uri = new URL(String(given));
  uri.pathname = `/firstmatch-test-${randomUUID()}`;
  const name = String(uri);
  onTestFinished(async () => {
    const connection = await mongoose.createConnection(name).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });
  return { name, open: async () => connectMongoStorage(name) };
}

/** What the child had acknowledged until then. */
async function runAndKill({ name }: Place, run: string, afterMs: number): Promise<[string, number][]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("changing-child.mjs", import.meta.url)), name, run]);
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (output.out += chunk));
  child.stderr.on("data", (chunk) => (output.err += chunk));
  const ended = new Promise((resolve) => child.on("close", resolve));
  await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill("SIGKILL");
  await ended;
  expect(output.err).toBe("");
  return output.out
    .split("\n")
    .slice(1, -1)
    .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]);
}

const ENGINES = [["embedded files", embedded] as const, ...(given ? [["MongoDB", mongodb] as const] : [])];

type Counts = Record<string, number>;

/** How many lines the history has about each thing. */
async function linesIn({ history }: Rooms): Promise<Counts> {
  const counts: Counts = {};
  for (const { thing } of await history.list({}, { limit: 1_000_000 })) {
    const key = `${thing.kind} ${thing.id}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** How many changes each thing has seen: every one raises its revision. */
async function changesIn({ partners, terms }: Rooms): Promise<Counts> {
  const draft = (await terms.find("acme", "standard"))?.draft.revision ?? 1;
  return {
    ...Object.fromEntries((await partners.all()).map(({ _id, revision }) => [`partner ${_id}`, revision])),
    "program acme": 1,
    // The first draft came with the program.
    ...(draft > 1 && { "terms standard": draft - 1 }),
  };
}

const sum = (counts: Counts) => Object.values(counts).reduce((all, count) => all + count, 0);

describe.each(ENGINES)("the history after a kill -9: %s", (_engine, place) => {
  beforeAll(async () => {
    const built = fileURLToPath(new URL("../../../dist/wire.js", import.meta.url));
    await stat(built).catch(() => expect.fail("the child process runs the built code: run npx tsc -b first"));
  });

  it(`has exactly one line for every change, acknowledged or not, over ${KILLS} kills`, async () => {
    const where = await place();
    const inTurn = async (work: (rooms: Rooms) => Promise<unknown>) => {
      const storage = await where.open();
      await work(wire({ storage, now: () => new Date(), log })).finally(() => storage.close());
    };
    const by = { id: "test", name: "test" };
    await inTurn((rooms) =>
      createProgram(rooms, { id: "acme", name: "Acme", currency: "USD", timezone: "UTC" }, { by }),
    );
    const acknowledged: [thing: string, revision: number][] = [];
    let mended = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await runAndKill(where, `run${kill}`, 100 + ((kill * 37) % 240))));
      await inTurn(async (rooms) => {
        const before = await linesIn(rooms);
        await rooms.catchUp.look();
        const [lines, changes] = [await linesIn(rooms), await changesIn(rooms)];
        expect(lines).toEqual(changes);
        mended += sum(lines) - sum(before);
        for (const [thing, revision] of acknowledged) {
          const first = thing.startsWith("terms") ? 1 : 0;
          expect((changes[thing] ?? 0) + first, thing).toBeGreaterThanOrEqual(revision);
        }
      });
    }
    console.log(`kills: ${KILLS}, acknowledged changes: ${acknowledged.length}, lines mended: ${mended}`);
    expect(acknowledged.length).toBeGreaterThan(100);
  }, 240_000);
});
