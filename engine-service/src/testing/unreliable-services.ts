import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import mongoose from "mongoose";
import { onTestFinished } from "vitest";
import type { Storage } from "../storage/collection.ts";
import { openEmbeddedStorage } from "../storage/embedded-storage.ts";
import { connectMongoStorage } from "../storage/mongo-storage.ts";
import { type KillableService, startKillable } from "./killable-service.ts";
import { temporaryFolder } from "./test-service.ts";

/** A store, and how many processes may work on it. */
export interface Store {
  /** Environment of each process that works on it. */
  env: Parameters<typeof startKillable>[0];
  processes: number;
  open(): Promise<Storage>;
}

const given = process.env.FIRSTMATCH_TEST_MONGODB_URI;

async function embedded(): Promise<Store> {
  const folder = await temporaryFolder();
  return { env: { DATA_DIR: folder }, processes: 1, open: () => openEmbeddedStorage(folder) };
}

async function mongodb(): Promise<Store> {
  const uri = new URL(String(given));
  uri.pathname = `/firstmatch-test-${randomUUID()}`;
  onTestFinished(async () => {
    const connection = await mongoose.createConnection(String(uri)).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });
  return { env: { MONGODB_URI: String(uri) }, processes: 2, open: async () => connectMongoStorage(String(uri)) };
}

/** For describe.each. */
export const STORES = [
  ["one process on embedded files", embedded] as const,
  ...(given ? [["two processes on one MongoDB", mongodb] as const] : []),
];

/** Over and over while it is at work, seldom enough that it gets somewhere. */
const atRandom = () => delay(20 + Math.random() * 400);

/**
 * Services that are killed and started again, until `calm`.
 *
 * @param life resolves when a service that was just started is to be killed
 */
export async function unreliable({ env, processes }: Store, life: () => Promise<unknown> = atRandom) {
  const services: KillableService[] = [];
  for (let at = 0; at < processes; at++) services.push(await startKillable(env));
  let kills = 0;
  let stopped = false;
  const killing = services.map(async (_, at) => {
    for (;;) {
      await life();
      if (stopped) return;
      await services[at]?.kill();
      kills += 1;
      services[at] = await startKillable(env);
    }
  });
  return {
    /** One of them; it may be dead. */
    any: () => services[Math.floor(Math.random() * services.length)] as KillableService,
    /** All are alive again, and stay so. */
    async calm() {
      stopped = true;
      await Promise.all(killing);
      return kills;
    },
    end: () => Promise.all(services.map((service) => service.kill())),
  };
}
