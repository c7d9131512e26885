import { randomUUID } from "node:crypto";
import { connect, createServer, type Server, type Socket } from "node:net";
import mongoose from "mongoose";
import { afterAll, describe, expect, it } from "vitest";
import type { Stored } from "./collection.ts";
import { connectMongoStorage } from "./mongo-storage.ts";
import { storagePromises } from "./storage.promises.ts";

/** Needs a server: FIRSTMATCH_TEST_MONGODB_URI. Without it nothing here runs, and whoever runs the tests must say so. */
const given = process.env.FIRSTMATCH_TEST_MONGODB_URI;
const uri = new URL(given ?? "mongodb://127.0.0.1");
uri.pathname = `/firstmatch-test-${randomUUID()}`;

describe.runIf(given)("MongoDB", () => {
  afterAll(async () => {
    const connection = await mongoose.createConnection(String(uri)).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });

  storagePromises("MongoDB's protocol", {
    open: async () => connectMongoStorage(String(uri)),
    runs: 40,
  });

  it("stores nothing for undefined, not even null", async () => {
    const storage = connectMongoStorage(String(uri));
    await storage.collection<Stored & { a?: undefined }>("undefined").insertOne({ _id: "1", a: undefined });
    const connection = await mongoose.createConnection(String(uri)).asPromise();
    expect(await connection.db?.collection("undefined").findOne({})).toStrictEqual({ _id: "1" });
    await connection.close();
    await storage.close();
  });

  async function proxied() {
    const proxy = await startProxy(uri);
    const through = new URL(uri);
    through.host = `127.0.0.1:${proxy.port}`;
    const storage = connectMongoStorage(String(through));
    return { proxy, storage, terms: storage.collection<Stored>(`c-${randomUUID()}`, [{ fields: ["a"] }]) };
  }

  it("asks for a guarded update in one command, which the server carries out in one step", async () => {
    const { proxy, storage, terms } = await proxied();
    await storage.ping();
    const before = proxy.sent().length;
    await terms.findOneAndUpdate({ _id: "1", version: 1 }, { $inc: { version: 1 } });
    const sent = proxy.sent().slice(before);
    const commands = ["findAndModify", "find", "update", "aggregate"].filter((name) => sent.includes(`\x02${name}\0`));
    expect(commands).toEqual(["findAndModify"]);
    expect(sent.split("findAndModify")).toHaveLength(2);
    await storage.close();
    proxy.cut();
  });

  describe("outages", () => {
    const unavailable = { name: "StoreUnavailable" };

    it.each(["cut", "stall"] as const)(
      "fails within 5 s after a %s, and works again when the server is back",
      async (how) => {
        const { proxy, storage, terms } = await proxied();
        await terms.insertOne({ _id: "1" });
        proxy[how]();
        const calls = [
          () => terms.findOne({ _id: "1" }),
          () => terms.insertOne({ _id: "2" }),
          () => terms.findOneAndUpdate({ _id: "1" }, { $set: { a: 1 } }),
          () => terms.putNewer([{ _id: "1", seq: 1 } as never], "seq" as never),
          () => terms.aggregate([{ $limit: 1 }]),
          () => storage.ping(),
        ];
        for (const call of calls) {
          const asked = Date.now();
          await expect(call()).rejects.toMatchObject(unavailable);
          expect(Date.now() - asked).toBeLessThan(5_000);
        }
        await proxy.restore();
        const back = Date.now();
        await expect.poll(() => terms.countDocuments({ _id: "1" }).catch(() => 0), { timeout: 5_000 }).toBe(1);
        expect(Date.now() - back).toBeLessThan(5_000);
        await terms.insertOne({ _id: "3" });
        await storage.close();
        proxy.cut();
      },
      60_000,
    );

    it("can be made before the server is there, and connects when it comes", async () => {
      const { proxy, storage, terms } = await proxied();
      proxy.cut();
      await expect(storage.ping()).rejects.toMatchObject(unavailable);
      await proxy.restore();
      await storage.ping();
      await terms.insertOne({ _id: "1" });
      await storage.close();
      await expect(terms.findOne({})).rejects.toMatchObject(unavailable);
      proxy.cut();
    }, 30_000);
  });
});

/** A way to the server that can be cut (connections refused) or stalled (connections open, nothing moves). */
async function startProxy({ hostname, port: serverPort }: URL) {
  const sockets = new Set<Socket>();
  let stalled = false;
  let sent = "";
  let server: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer((client) => {
        if (stalled) return void sockets.add(client.on("error", () => {}));
        const upstream = connect(Number(serverPort || 27017), hostname);
        client.on("data", (chunk) => {
          sent += chunk.toString("latin1");
        });
        for (const [from, to] of [
          [client, upstream],
          [upstream, client],
        ] as const) {
          sockets.add(from.on("error", () => to.destroy()));
          from.on("close", () => to.destroy());
          from.on("data", (chunk) => stalled || to.write(chunk));
        }
      }).listen(port, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  let listening = true;
  return {
    port,
    sent: () => sent,
    cut() {
      listening = false;
      server.close();
      dropAll();
    },
    stall() {
      stalled = true;
    },
    async restore() {
      stalled = false;
      dropAll();
      if (!listening) await listen(port);
      listening = true;
    },
  };
}
