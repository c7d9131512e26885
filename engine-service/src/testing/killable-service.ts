import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const MAIN = join(ROOT, "engine-service/dist/main.js");

/** For beforeAll. Whether the types are right is another step's question; here it only matters that the build is today's. */
export async function buildService(): Promise<void> {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [tsc, "-b", "engine-service"], { cwd: ROOT }).catch(() => undefined);
}

export type KillableService = Awaited<ReturnType<typeof startKillable>>;

/** The program as anyone starts it, in a process of its own that a test may kill. @param env where its store is */
export async function startKillable(env: { DATA_DIR: string } | { MONGODB_URI: string }) {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: "0", LOG_LEVEL: "warn", ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (out += chunk));
  while (!/Firstmatch is at \S+\n/.test(out)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the service ended: ${out}`);
    await delay(20);
  }
  const url = /Firstmatch is at (\S+)/.exec(out)?.[1] ?? "";
  const post = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method,
      headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    url,
    /** Throws where the answer is a problem. */
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    send: async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<any> => {
      const response = await post(method, path, body, headers);
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    },
    /** Status and text, whatever they are. */
    ask: async (method: string, path: string, body?: unknown) => {
      const response = await post(method, path, body);
      return { status: response.status, text: await response.text() };
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
