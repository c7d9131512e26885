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
}, 160_000);

interface Running {
  child: ChildProcess;
  /** All it has printed. */
  out(): string;
  url: string;
}

/** Starts the program as anyone would; resolves when it has said where it is, or has ended. */
async function run(env: Record<string, string> = {}, said = /Firstmatch is at (\S+)\n/): Promise<Running> {
  const dataDir = env.DATA_DIR ?? (await temporaryFolder());
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: dataDir, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (out += chunk));
  const exited = once(child, "exit");
  while (!said.test(out) && child.exitCode === null) await Promise.race([delay(20), exited]);
  return { child, out: () => out, url: said.exec(out)?.[1]?.replace("0.0.0.0", "127.0.0.1") ?? "" };
}

const ended = async ({ child }: Running): Promise<number | null> => {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
};

/** The command that it printed, run as it stands, with the key in the terminal's variable. */
async function paste(out: string, key = "") {
  const [command = "", url = "", body = ""] = /^curl (\S+) .*-d '([^']+)'$/m.exec(out) ?? [];
  const headers = [...command.matchAll(/-H ["']([^:]+): ([^"']+)["']/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value.replace("$FIRSTMATCH_KEY", key)],
  );
  const response = await fetch(url, { method: "POST", headers, body });
  return (await response.json()) as { match: { name: string }; payout: string };
}

const OPEN =
  "Anyone on this machine may change everything; make an admin key on the Access screen to require sign-in.\n";

/** Made through the API, as the Access screen does. */
async function makeAdminKey(url: string): Promise<string> {
  const body = JSON.stringify({ name: "Ana", role: "admin" });
  const headers = { "Content-Type": "application/json" };
  const made = await fetch(`${url}/api/keys`, { method: "POST", headers, body });
  return ((await made.json()) as { secret: string }).secret;
}

describe("starting", () => {
  it("prints where it is, and a command that decides something", { timeout: 60_000 }, async () => {
    const { out } = await run({ FIRSTMATCH_DEMO: "1" });
    expect(await paste(out())).toMatchObject({ match: { name: "New and 200 or more" }, payout: "37.50" });
    expect(out()).toContain(OPEN);
  });

  it("keeps what was acknowledged through a kill, and fills only an empty store", { timeout: 60_000 }, async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR });
    const change = { method: "PATCH", headers: { "Content-Type": "application/json", "If-Match": '"2"' } };
    await fetch(`${first.url}/api/programs/acme`, { ...change, body: '{"name":"Renamed"}' });
    first.child.kill("SIGKILL");
    await ended(first);
    const second = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR });
    expect(await (await fetch(`${second.url}/api/programs/acme`)).json()).toMatchObject({
      name: "Renamed",
      revision: 3,
    });
    expect((await paste(second.out())).payout).toBe("37.50");
  });

  it("says in a sentence that the port is in use", { timeout: 60_000 }, async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const refused = await run({ PORT: String(port) });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toBe(`Port ${port} is in use. Stop what listens there, or set PORT to another one.\n`);
  });

  it("says in a sentence that another process has the data directory", { timeout: 60_000 }, async () => {
    const DATA_DIR = await temporaryFolder();
    await run({ DATA_DIR });
    const refused = await run({ DATA_DIR });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toMatch(/^The data directory .* is in use by process \d+.*\n$/);
  });

  it("refuses an environment that makes no sense", { timeout: 60_000 }, async () => {
    const refused = await run({ PORT: "http", LOG_LEVEL: "loud" });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toMatch(/^PORT must be .*, not "http"\.\nLOG_LEVEL must be .*, not "loud"\.\n$/);
  });

  it("keeps sign-in required through a restart, and prints a command that takes the key", {
    timeout: 60_000,
  }, async () => {
    const DATA_DIR = await temporaryFolder();
    const first = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR });
    const key = await makeAdminKey(first.url);
    expect((await fetch(`${first.url}/api/programs`)).status).toBe(401);
    first.child.kill("SIGKILL");
    await ended(first);
    const second = await run({ FIRSTMATCH_DEMO: "1", DATA_DIR, HOST: "0.0.0.0" });
    expect(second.out()).not.toContain(OPEN);
    expect((await fetch(`${second.url}/api/programs`)).status).toBe(401);
    expect(await paste(second.out(), key)).toMatchObject({ payout: "37.50" });
  });

  it("refuses to be open to other machines, and says how to go on", { timeout: 60_000 }, async () => {
    const refused = await run({ HOST: "0.0.0.0", LOG_LEVEL: "warn" });
    expect(await ended(refused)).toBe(1);
    expect(refused.out()).toMatch(/^Other machines can reach 0\.0\.0\.0, and there is no admin key yet.*\n$/);
    const weak = await run({ HOST: "0.0.0.0", FIRSTMATCH_ADMIN_KEY: "changeme" });
    expect(await ended(weak)).toBe(1);
    expect(weak.out()).toMatch(/^FIRSTMATCH_ADMIN_KEY must be .* this one has 8 characters\.\n$/);
  });

  it("takes the environment's admin key on any address", { timeout: 60_000 }, async () => {
    const key = "an-admin-key-of-the-environment-1";
    const service = await run({ HOST: "0.0.0.0", FIRSTMATCH_DEMO: "1", FIRSTMATCH_ADMIN_KEY: key });
    expect(await paste(service.out(), key)).toMatchObject({ payout: "37.50" });
    expect(await paste(service.out(), "another")).toMatchObject({ status: 401 });
    expect(service.out()).not.toContain(key);
  });

  it("waits for its store on any address, and lets nobody in meanwhile", { timeout: 60_000 }, async () => {
    const away = { HOST: "0.0.0.0", MONGODB_URI: "mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=100" };
    const service = await run(away, /Listening at (\S+),/);
    for (const path of ["/api/programs", "/api/session"]) {
      const reply = await fetch(service.url + path);
      expect([path, reply.status]).toEqual([path, 503]);
    }
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  });
});

describe("stopping", () => {
  const BODY = JSON.stringify({ program: "acme", eventType: "sale", orderTotal: "100" });
  const head = (length: number, type: string) =>
    `POST /evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

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

  it("does not wait for those who keep a stream open when told twice", { timeout: 60_000 }, async () => {
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
