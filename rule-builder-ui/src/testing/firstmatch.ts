import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const SERVICE = fileURLToPath(new URL("../../../engine-service/dist/main.js", import.meta.url));

/** The built service with the built screens and the demo program, on a free port and an empty store of its own. */
export interface Firstmatch {
  address: string;
  /** Asks the API as another service or another manager would. */
  fetchJson(path: string, init?: RequestInit): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param adminKey where it is given, sign-in is required, and `fetchJson` asks with it */
export async function startFirstmatch(adminKey?: string): Promise<Firstmatch> {
  const data = await mkdtemp(join(tmpdir(), "firstmatch-browser-"));
  const child = spawn(process.execPath, [SERVICE], {
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: data,
      FIRSTMATCH_DEMO: "1",
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

/** A page that remembers whatever the console said; on our screens it should say nothing. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; said: string[] }> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const said: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  return { page, said };
}
