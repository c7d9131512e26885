import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft, EventSetup, Terms } from "@firstmatch/shared-types";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { createApp } from "../app.ts";
import { serverFor } from "../http/server-for.ts";
import type { Storage } from "../storage/collection.ts";
import { openEmbeddedStorage } from "../storage/embedded-storage.ts";
import { type Rooms, wire } from "../wire.ts";

/** The service in this process, on a port and a data directory of its own, with a clock that only the test moves. */
export interface TestService {
  url: string;
  rooms: Rooms;
  server: Server;
  clock: TestClock;
  /** What was logged, a line each. */
  logged: string[];
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export class TestClock {
  private at = Date.parse("2026-11-20T10:00:00.000Z");
  now = () => new Date(this.at);
  advance(milliseconds: number) {
    this.at += milliseconds;
  }
}

export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "firstmatch-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

export async function temporaryStorage(): Promise<Storage> {
  const storage = await openEmbeddedStorage(await temporaryFolder());
  onTestFinished(() => storage.close());
  return storage;
}

export async function startService({
  storage,
  clock = new TestClock(),
  screens = "/nonexistent",
  start = true,
  adminKey,
  mayBeOpen = true,
  countryHeader,
}: {
  storage?: Storage;
  clock?: TestClock;
  screens?: string;
  start?: boolean;
  adminKey?: string;
  mayBeOpen?: boolean;
  countryHeader?: string;
} = {}): Promise<TestService> {
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(line) });
  const rooms = wire({
    storage: storage ?? (await temporaryStorage()),
    now: clock.now,
    log,
    adminKey,
    mayBeOpen,
    countryHeader,
  });
  if (start) await rooms.refresher.look();
  const server = serverFor(createApp(rooms, screens)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, rooms, server, clock, logged, send: (...request) => send(url, ...request) };
}

async function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(url + path, {
    method,
    // A link leads to somewhere else, where no test should go.
    redirect: "manual",
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json =
    /json/.test(response.headers.get("content-type") ?? "") &&
    !/ndjson/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
}

export const ifMatch = (revision: number) => ({ "If-Match": `"${revision}"` });

/** Terms that pay a percent of a sale by default, and whatever else the test says. */
export const saleTerms = (percent: string, more: Partial<Terms["events"][number]> = {}): Terms => ({
  schema: "firstmatch/terms@1",
  name: "Standard",
  currency: "USD",
  timezone: "UTC",
  events: [
    {
      type: "sale",
      name: "Sale",
      level: "order",
      default: { payout: { model: "CPS", partner: { percent } } },
      ...more,
    },
  ],
});

export const group = (id: string, fact: string, value: string, percent: string) => ({
  id,
  name: id,
  conditions: { all: [{ fact, operator: "isAnyOf" as const, value: [value] }] },
  event: { type: "payout" as const, params: { payout: { model: "CPS" as const, partner: { percent } } } },
});

/** A group for partners of whose past some fact is at least that much; named after the fact. */
export const tierGroup = (fact: string, least: string, percent: string, setup: EventSetup = {}) => ({
  ...{ id: fact, name: fact },
  conditions: { all: [{ fact, operator: "greaterThanInclusive" as const, value: least }] },
  event: { type: "payout" as const, params: { payout: { model: "CPS" as const, partner: { percent } }, setup } },
});

export const personalPayout = (id: string, partner: string, percent: string, couponCode?: string) => ({
  id,
  title: id,
  partners: [partner],
  ...(couponCode !== undefined && { couponCode }),
  conditions: { all: [] },
  event: { type: "payout" as const, params: { payout: { model: "CPS" as const, partner: { percent } } } },
});

export const STANDARD = "/api/programs/acme/terms/standard";

/** What a test does over and over: the doors with their addresses and preconditions filled in. */
export function doors({ send }: TestService) {
  const createProgram = (id = "acme", currency = "USD") =>
    send("POST", "/api/programs", { id, name: "Acme", currency, timezone: "UTC" });
  const draft = async (terms = STANDARD): Promise<Draft> => (await send("GET", `${terms}/draft`)).body;
  const saveDraft = (revision: number, document: unknown, terms = STANDARD) =>
    send("PUT", `${terms}/draft`, document, ifMatch(revision));
  const publish = (revision: number, more: object = {}, terms = STANDARD) =>
    send("POST", `${terms}/publish`, { author: "Ana", note: "", ...more }, ifMatch(revision));
  const evaluate = (event: object = {}) =>
    send("POST", "/evaluate", { program: "acme", eventType: "sale", orderTotal: "100", ...event });
  /** Saves a document as the draft and publishes it. */
  const put = async (document: Terms, more: object = {}, terms = STANDARD) => {
    const { revision } = await draft(terms);
    await saveDraft(revision, document, terms);
    return publish(revision + 1, more, terms);
  };
  return { createProgram, draft, saveDraft, publish, evaluate, put };
}

/** A program whose standard terms pay 10 % of a sale, published. */
export async function startedWithProgram(options: Parameters<typeof startService>[0] = {}) {
  const service = await startService(options);
  const door = doors(service);
  await door.createProgram();
  const published = await door.put(saleTerms("10"));
  if (published.status !== 201) throw new Error(published.text);
  return { service, ...door };
}
