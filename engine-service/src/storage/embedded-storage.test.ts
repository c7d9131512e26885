import { type ChildProcess, spawn } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Collection, Storage, Stored, Update } from "./collection.ts";
import type { Log } from "./data-file.ts";
import { openEmbeddedStorage } from "./embedded-storage.ts";
import { storagePromises } from "./storage.promises.ts";

interface Doc extends Stored {
  [field: string]: unknown;
}

const directories: string[] = [];
const children: ChildProcess[] = [];

async function emptyDirectory(until = directories): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "firstmatch-storage-"));
  until.push(directory);
  return directory;
}

const remove = async (some: string[]) => {
  for (const directory of some.splice(0)) await rm(directory, { recursive: true, force: true });
};

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await remove(directories);
});

const ofAll: string[] = [];
afterAll(() => remove(ofAll));
storagePromises("embedded files", { open: async () => openEmbeddedStorage(await emptyDirectory(ofAll)) });

/** Opens, does something with a collection of documents, closes. */
async function visit<R>(directory: string, work: (terms: Collection<Doc>) => Promise<R>, log?: Log) {
  const storage = await openEmbeddedStorage(directory, log);
  try {
    return await work(terms(storage));
  } finally {
    await storage.close();
  }
}
const terms = (storage: Storage) => storage.collection<Doc>("terms", [{ fields: ["a"] }]);

describe("embedded storage where MongoDB's stand-ins are no measure", () => {
  // mongo-java-server lets these updates go through a null, MongoDB and this engine do not.
  it.each<[string, Update]>([
    ["$inc of a null", { $inc: { none: 1 } }],
    ["$push to a null", { $push: { none: 1 } }],
    ["$set through a null", { $set: { "none.a": 1 } }],
  ])("refuses %s and leaves the document alone", async (_label, update) => {
    await visit(await emptyDirectory(), async (t) => {
      await t.insertOne({ _id: "t", none: null });
      await expect(t.findOneAndUpdate({ _id: "t" }, update)).rejects.toThrow();
      expect(await t.findOne({ _id: "t" })).toEqual({ _id: "t", none: null });
    });
  });
});

describe("embedded storage over restarts", () => {
  it("holds after a restart what it held before", async () => {
    const directory = await emptyDirectory();
    await visit(directory, async (t) => {
      for (const _id of ["1", "2", "3"]) await t.insertOne({ _id, a: "x", text: "a\u2028b\u2029c\u0085d\n" });
      await t.findOneAndUpdate({ _id: "2" }, { $set: { a: "y" } });
      await t.deleteOne({ _id: "3" });
    });
    await visit(directory, async (t) => {
      expect(await t.find({}, { sort: { _id: 1 } })).toEqual([
        { _id: "1", a: "x", text: "a\u2028b\u2029c\u0085d\n" },
        { _id: "2", a: "y", text: "a\u2028b\u2029c\u0085d\n" },
      ]);
      expect(await t.countDocuments({ a: "y" })).toBe(1);
    });
  });

  it("forgets a unique index that the code no longer names", async () => {
    const directory = await emptyDirectory();
    const before = await openEmbeddedStorage(directory);
    await before.collection<Doc>("terms", [{ fields: ["a"], unique: true }]).insertOne({ _id: "1", a: "x" });
    await before.close();
    await visit(directory, (t) => t.insertOne({ _id: "2", a: "x" }));
    await visit(directory, async (t) => expect(await t.countDocuments({ a: "x" })).toBe(2));
  });

  it("writes the file anew when most of its bytes are old versions, and loses nothing", async () => {
    const directory = await emptyDirectory();
    const large = "x".repeat(200_000);
    await visit(directory, async (t) => {
      await t.insertOne({ _id: "head", count: 0 });
      for (let count = 1; count <= 450; count++)
        await t.findOneAndUpdate({ _id: "head" }, { $set: { count, batch: large } });
      // 90 MB were appended.
      expect((await stat(join(directory, "terms.db"))).size).toBeLessThan(40_000_000);
    });
    await visit(directory, async (t) =>
      expect(await t.findOne({ _id: "head" })).toEqual({ _id: "head", count: 450, batch: large }),
    );
  });

  it("finishes the writes under way before it closes, and refuses later ones", async () => {
    const directory = await emptyDirectory();
    const storage = await openEmbeddedStorage(directory);
    const collection = terms(storage);
    const writes = Array.from({ length: 100 }, (_, i) => collection.insertOne({ _id: `${i}` }));
    await storage.close();
    await Promise.all(writes);
    await expect(collection.insertOne({ _id: "late" })).rejects.toMatchObject({ name: "StoreUnavailable" });
    await expect(storage.ping()).rejects.toMatchObject({ name: "StoreUnavailable" });
    await visit(directory, async (t) => expect(await t.countDocuments({})).toBe(100));
  });
});

describe("embedded storage after damage", () => {
  const lines = ['{"_id":"4","a":', '{"_id":"4","a":"é', "\0\0\0\0", '{"_id":"4"}'];

  it.each(lines)("cuts off an unfinished last line and logs it: %j", async (line) => {
    const directory = await emptyDirectory();
    const file = join(directory, "terms.db");
    await visit(directory, (t) => t.insertOne({ _id: "1", a: "x" }));
    await appendFile(file, line);
    const logged: unknown[] = [];
    const log: Log = (message, details) => logged.push(message, details);
    const held = await visit(directory, (t) => t.find({}), log);
    expect(held).toEqual([{ _id: "1", a: "x" }]);
    expect(logged).toEqual([expect.stringContaining("cut off"), { file, bytes: Buffer.byteLength(line) }]);
    await visit(directory, (t) => t.find({}), log);
    expect(logged).toHaveLength(2);
  });

  it("refuses a file damaged in its middle instead of dropping documents, and leaves it as it is", async () => {
    const directory = await emptyDirectory();
    const file = join(directory, "terms.db");
    await visit(directory, async (t) => {
      for (let i = 0; i < 50; i++) await t.insertOne({ _id: `${i}` });
    });
    const damaged = (await readFile(file, "utf8")).replace('{"_id":"7"}', '{"_id":"7');
    await writeFile(file, damaged);
    await expect(visit(directory, (t) => t.find({}))).rejects.toThrow(/unavailable.*terms\.db/);
    expect(await readFile(file, "utf8")).toBe(damaged);
  });

  it("says StoreUnavailable while it cannot write, forgets what it could not write, and recovers", async () => {
    const directory = await emptyDirectory();
    const file = join(directory, "terms.db");
    await visit(directory, async (t) => {
      await t.insertOne({ _id: "1" });
      await rename(file, `${file}.away`);
      await mkdir(file);
      await expect(t.insertOne({ _id: "2" })).rejects.toMatchObject({ name: "StoreUnavailable" });
      await expect(t.find({})).rejects.toMatchObject({ name: "StoreUnavailable" });
      await rmdir(file);
      await rename(`${file}.away`, file);
      expect(await t.find({})).toEqual([{ _id: "1" }]);
      await t.insertOne({ _id: "2" });
    });
    await visit(directory, async (t) => expect(await t.countDocuments({})).toBe(2));
  });
});

describe("embedded storage and other processes", () => {
  beforeAll(async () => {
    const built = fileURLToPath(new URL("../../dist/storage/embedded-storage.js", import.meta.url));
    await stat(built).catch(() => expect.fail("the child process runs the built code: run npx tsc -b first"));
  });

  /** Resolves when the child has the directory open, or when it has ended. */
  async function start(directory: string, run = "idle") {
    const child = spawn(process.execPath, [
      fileURLToPath(new URL("writing-child.mjs", import.meta.url)),
      directory,
      run,
    ]);
    children.push(child);
    const output = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (output.out += chunk));
    child.stderr.on("data", (chunk) => (output.err += chunk));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const ready = new Promise<void>((resolve) => child.stdout.once("data", () => resolve()));
    return { child, output, ended, ready: Promise.race([ready, ended]) };
  }

  it("refuses a second process and names the directory, the other process and the way out", async () => {
    const directory = await emptyDirectory();
    const storage = await openEmbeddedStorage(directory);
    const second = await start(directory);
    expect(await second.ended).not.toBe(0);
    expect(second.output.err).toContain(`The data directory ${directory} is in use by process ${process.pid}`);
    expect(second.output.err).toContain("stop that process, or name another directory");
    await storage.close();
  });

  it("refuses itself a second time", async () => {
    const directory = await emptyDirectory();
    const storage = await openEmbeddedStorage(directory);
    await expect(openEmbeddedStorage(directory)).rejects.toMatchObject({ name: "DirectoryInUse", pid: process.pid });
    await storage.close();
    await (await openEmbeddedStorage(directory)).close();
  });

  it("is refused while a child has the directory, and takes over at once when the child was killed", async () => {
    const directory = await emptyDirectory();
    const { child, ended, ready } = await start(directory);
    await ready;
    await expect(openEmbeddedStorage(directory)).rejects.toMatchObject({ name: "DirectoryInUse", pid: child.pid });
    child.kill("SIGKILL");
    await ended;
    const asked = Date.now();
    await (await openEmbeddedStorage(directory)).close();
    expect(Date.now() - asked).toBeLessThan(4_000); // no wait for a standstill
  });

  it("lets one of four processes in that start at once on a dead process's lock", async () => {
    const directory = await emptyDirectory();
    const dead = await start(directory);
    await dead.ready;
    dead.child.kill("SIGKILL");
    await dead.ended;
    const starters = await Promise.all([1, 2, 3, 4].map(() => start(directory)));
    await Promise.all(starters.map(({ ready }) => ready));
    expect(starters.filter(({ output }) => output.out.includes("ready"))).toHaveLength(1);
    expect(starters.filter(({ output }) => output.err.includes("is in use by process"))).toHaveLength(3);
  });

  describe("a lock left behind", () => {
    const lock = { pid: process.pid, born: "another time", host: "other", place: "elsewhere" };
    const leave = async (holder: object) => {
      const directory = await emptyDirectory();
      const file = join(directory, "writer-3.lock");
      await writeFile(file, JSON.stringify(holder));
      return { directory, file };
    };

    it("is taken over when its pid has come to another process", async () => {
      const { directory, file } = await leave(lock);
      await (await openEmbeddedStorage(directory)).close(); // elsewhere: watched until it stands still
      const mine = JSON.parse(await readFile(join(directory, "writer-4.lock"), "utf8"));
      await writeFile(join(directory, "writer-5.lock"), JSON.stringify({ ...mine, born: "another time" }));
      const asked = Date.now();
      await (await openEmbeddedStorage(directory)).close();
      expect(Date.now() - asked).toBeLessThan(4_000); // no wait for a standstill
      await expect(stat(file)).rejects.toThrow("ENOENT");
    }, 15_000);

    it("is respected while a process elsewhere, in another container say, renews it", async () => {
      const { directory, file } = await leave(lock);
      const renewal = setInterval(() => writeFile(file, JSON.stringify(lock)), 1000);
      await expect(openEmbeddedStorage(directory)).rejects.toThrow("on other");
      clearInterval(renewal);
    }, 15_000);
  });

  it("loses no acknowledged write over 25 kills -9, and starts after every one", async () => {
    const directory = await emptyDirectory();
    const acknowledged: string[] = [];
    let counted = 0;
    let repairs = 0;
    for (let kill = 0; kill < 25; kill++) {
      const { child, output, ended, ready } = await start(directory, `run${kill}`);
      await ready;
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 240));
      child.kill("SIGKILL");
      await ended;
      const printed = output.out.split("\n").slice(0, -1);
      expect([printed[0], output.err]).toEqual(["ready", ""]);
      acknowledged.push(...printed.filter((line) => line.startsWith("run")));
      counted += printed.filter((line) => line === "counted").length;

      const storage = await openEmbeddedStorage(directory, () => repairs++);
      const held = await storage.collection<Doc>("conversions", [{ fields: ["partner"] }]).find({});
      const ids = new Set(held.map(({ _id }) => _id));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      const cap = await storage.collection<Doc>("caps").findOne({ _id: "cap" });
      expect(cap?.count ?? 0).toBeGreaterThanOrEqual(counted);
      await storage.close();
    }
    console.log(`kills survived: 25, acknowledged writes: ${acknowledged.length + counted}, repairs: ${repairs}`);
    expect(acknowledged.length).toBeGreaterThan(100);
  }, 120_000);
});
