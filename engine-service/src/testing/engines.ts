import { randomUUID } from "node:crypto";
import mongoose from "mongoose";
import { onTestFinished } from "vitest";
import type { Storage } from "../storage/collection.ts";
import { connectMongoStorage } from "../storage/mongo-storage.ts";
import { BreakableStorage } from "./breakable-storage.ts";
import { temporaryStorage } from "./test-service.ts";

const given = process.env.FIRSTMATCH_TEST_MONGODB_URI;

/** A connection for each service, as two processes have; dropped with its data when the test is over. */
async function mongodb(): Promise<() => Storage> {
  const uri = new URL(String(given));
  uri.pathname = `/firstmatch-test-${randomUUID()}`;
  onTestFinished(async () => {
    const connection = await mongoose.createConnection(String(uri)).asPromise();
    await connection.dropDatabase();
    await connection.close();
  });
  return () => {
    const storage = connectMongoStorage(String(uri));
    onTestFinished(() => storage.close());
    return storage;
  };
}

/** The embedded store belongs to one process; here two services in one process stand in for two. */
async function embedded(): Promise<() => Storage> {
  const storage = new BreakableStorage(await temporaryStorage());
  return () => storage;
}

/** For describe.each: a name, and what gives the way to open one store several times. */
export const ENGINES = [["embedded files", embedded] as const, ...(given ? [["MongoDB", mongodb] as const] : [])];
