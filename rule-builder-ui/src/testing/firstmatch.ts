import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const SERVICE = fileURLToPath(new URL("../../../engine-service/dist/main.js", import.meta.url));

export interface FirstmatchOptions {
  /** Where it is given, sign-in is required, and `fetchJson` asks with it. */
  adminKey?: string;
  /** With the demo program, its partners and a month of conversions: a second to plant, for those who look at them. */
  demo?: boolean;
}

/** The built service with the built screens, on a free port and a store of its own. */
export interface Firstmatch {
  address: string;
  /** Asks the API as another service or another manager would. */
  fetchJson(path: string, init?: RequestInit): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startFirstmatch({ adminKey, demo = false }: FirstmatchOptions = {}): Promise<Firstmatch> {
  const data = await mkdtemp(join(tmpdir(), "firstmatch-browser-"));
  const child = spawn(process.execPath, [SERVICE], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: data,
      FIRSTMATCH_DEMO: demo ? "1" : "0",
      LOG_LEVEL: "warn",
      MONGODB_URI: "",
      FIRSTMATCH_ADMIN_KEY: adminKey ?? "",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(child);
  return {
    address,
    fetchJson: async (path, init) => {
      const headers = new Headers(init?.headers);
      if (adminKey !== undefined) headers.set("authorization", `Bearer ${adminKey}`);
      const response = await fetch(`${address}${path}`, { ...init, headers });
      if (!response.ok)
        throw new Error(`${init?.method ?? "GET"} ${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** The address that the service prints when it can decide. */
async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const address = /^Firstmatch is at (\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stdout?.resume(); // unread, a full pipe would stop the service
      return address;
    }
  }
  throw new Error("the service ended before it said where it is; was it built?");
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.FIRSTMATCH_TEST_CHROMIUM;
  if (executablePath === undefined)
    throw new Error("FIRSTMATCH_TEST_CHROMIUM names no Chromium; run the tests with npm test");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
  return chromium.launch({ executablePath, args });
}

/** Long enough for a machine that is busy with other things; only what never comes is waited for that long. */
export const PATIENCE_MS = 20_000;

/** A browser of somebody's own: nothing cached, nobody signed in. */
export const openContext = (
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> =>
  browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, ...options });

/** A page that remembers whatever the console said; on our screens it should say nothing. */
export async function openPageIn(context: BrowserContext): Promise<{ page: Page; said: string[] }> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const said: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  return { page, said };
}

/** A page in a browser of its own. */
export const openPage = async (browser: Browser, address: string): Promise<{ page: Page; said: string[] }> =>
  openPageIn(await openContext(browser, address));
