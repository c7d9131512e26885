import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";
import { askChild, stopChild } from "../remote.ts";
import type { ProbeQuestion, Usage } from "./usage.ts";

/** A server in a process of its own. */
export interface Server {
  name: string;
  port: number;
  process: ChildProcess;
  usage(): Promise<Usage>;
  /** Bytes in use once all garbage is collected. */
  liveBytes(): Promise<number>;
  stop(): Promise<void>;
}

const PROBE = new URL("./probe.js", import.meta.url).href;

/** @param script of the built benchmark, or the service's own main file */
export async function startServer(name: string, script: URL, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = fork(script, [], {
    execArgv: ["--import", PROBE],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production", ...env },
  });
  const ask = <Answer>(question: ProbeQuestion) => askChild<ProbeQuestion, Answer>(child, question);
  return {
    ...{ name, process: child, port: await portOf(child, name) },
    usage: () => ask("usage"),
    liveBytes: () => ask("live"),
    stop: () => stopChild(child),
  };
}

async function portOf(child: ChildProcess, name: string): Promise<number> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) {
    const port = /at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    // What it says from here on is read and dropped: a full pipe would stop it.
    child.stdout?.resume();
    return Number(port);
  }
  throw new Error(`${name} did not start`);
}
