import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "./testing/test-service.ts";

const ROOT = join(import.meta.dirname, "../..");
const MAIN = join(ROOT, "engine-service/dist/main.js");

beforeAll(async () => {
  // Whether the types are right is another step's question; here it only matters that the build is today's.
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [tsc, "-b", "engine-service"], { cwd: ROOT }).catch(() => undefined);
}, 120_000);

interface Running {
  child: ChildProcess;
  /** All it has printed. */
  out(): string;
  url: string;
}

/** Starts the program as anyone would; resolves when it has said where it is, or has ended. */
async function run(env: Record<string, string> = {}): Promise<Running> {
  const dataDir = env.DATA_DIR ?? (await temporaryFolder());
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (out += chunk));
  const exited = once(child, "exit");
  while (!/Firstmatch is at \S+\n/.test(out) && child.exitCode === null) await Promise.race([delay(20), exited]);
  return { child, out: () => out, url: /Firstmatch is at (\S+)/.exec(out)?.[1] ?? "" };
}

const ended = async ({ child }: Running): Promise<number | null> => {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
};

/** The command that it printed, run as it stands. */
async function paste(out: string) {
  const [, url = "", type = "", body = ""] = /^curl (\S+) -H 'Content-Type: ([^']+)' -d '([^']+)'$/m.exec(out) ?? [];
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": type }, body });
  return (await response.json()) as { match: { name: string }; payout: string };
}

describe("starting", () => {
  it("prints where it is, and a command that decides something", { timeout: 20_000 }, async () => {
    const { out } = await run({ FIRSTMATCH_DEMO: "1" });
    expect(await paste(out())).toMatchObject({ match: { name: "New and 200 or more" }, payout: "37.50" });
    expect(out()).not.toContain("Warning");
  });

  it("keeps what was acknowledged through a kill, and fills only an empty store", { timeout: 20_000 }, async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR });
    const change = { method: "PATCH", headers: { "Content-Type": "application/json", "If-Match": '"1"' } };
    await fetch(`${first.url}/api/programs/acme`, { ...change, body: '{"name":"Renamed"}' });
    first.child.kill("SIGKILL");
    await ended(first);
    const second = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR });
    expect(await (await fetch(`${second.url}/api/programs/acme`)).json()).toMatchObject({
      name: "Renamed",
      revision: 2,
    });
    expect((await paste(second.out())).payout).toBe("37.50");
  });

  it("says in a sentence that the port is in use", { timeout: 20_000 }, async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const refused = await run({ PORT: String(port) });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toBe(`Port ${port} is in use. Stop what listens there, or set PORT to another one.\n`);
  });

  it("says in a sentence that another process has the data directory", { timeout: 20_000 }, async () => {
    const DATA_DIR = await temporaryFolder();
    await run({ DATA_DIR });
    const refused = await run({ DATA_DIR });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toMatch(/^The data directory .* is in use by process \d+.*\n$/);
  });

  it("refuses an environment that makes no sense", { timeout: 20_000 }, async () => {
    const refused = await run({ PORT: "http", LOG_LEVEL: "loud" });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toMatch(/^PORT must be .*, not "http"\.\nLOG_LEVEL must be .*, not "loud"\.\n$/);
  });

  it("warns when other machines can reach it", { timeout: 20_000 }, async () => {
    expect((await run({ HOST: "0.0.0.0" })).out()).toMatch(/Warning: .*no sign-in/);
  });
});

describe("stopping", () => {
  const BODY = JSON.stringify({ program: "acme", eventType: "sale", orderTotal: "100" });
  const head = (length: number, type: string) =>
    `POST /evaluate HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

  /** A request that is under way: its head and half of its body are sent. */
  async function begun(url: string, type = "application/json") {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk));
    const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(answer)));
    socket.on("error", (error) => (answer += error.message));
    socket.write(head(Buffer.byteLength(BODY), type) + BODY.slice(0, 10));
    await once(socket, "connect");
    return { finish: () => socket.write(BODY.slice(10)), closed };
  }

  it("finishes two hundred requests that are under way, takes no new ones, and exits with 0", {
    timeout: 30_000,
  }, async () => {
    const service = await run({ FIRSTMATCH_DEMO: "1" });
    const requests = await Promise.all(Array.from({ length: 200 }, () => begun(service.url)));
    await fetch(`${service.url}/healthz`);
    service.child.kill("SIGTERM");
    while (!service.out().includes("leaving")) await delay(10);
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    for (const { finish } of requests) finish();
    const answers = await Promise.all(requests.map(({ closed }) => closed));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*"payout":"8\.00"/);
    expect(await ended(service)).toBe(0);
  });

  it("does not wait for those who keep a stream open when told twice", { timeout: 20_000 }, async () => {
    const service = await run({ FIRSTMATCH_DEMO: "1" });
    const stream = await begun(service.url, "application/x-ndjson");
    await fetch(`${service.url}/healthz`);
    service.child.kill("SIGINT");
    while (!service.out().includes("leaving")) await delay(10);
    service.child.kill("SIGINT");
    expect(await ended(service)).toBe(0);
    await stream.closed;
  });
});
