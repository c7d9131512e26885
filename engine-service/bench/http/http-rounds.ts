import { type Remote, startRemote } from "../remote.ts";
import { median } from "../report/median.ts";
import { tell } from "../report/report.ts";
import type { Server } from "../servers/start-server.ts";
import type { Load } from "./load.ts";
import type { LoadQuestion } from "./load-worker.ts";
import { pin } from "./pin.ts";

export interface HttpSettings {
  groups: number;
  /** Events in a request: 1 as JSON, more as NDJSON. */
  lines: number;
  connections: number;
  rounds: number;
  /** That each server answers before the first round, so that V8 has compiled what it sees often. */
  warmUpRequests: number;
  /** Of each round, not counted. */
  warmUpMs: number;
  ms: number;
}

/** What one server did, by rounds. */
export interface Served {
  name: string;
  perSecond: number[];
  p50Ms: number[];
  p99Ms: number[];
  /** Processor time of the server, all its threads, for each request; the steadiest figure on a busy machine. */
  cpuMicros: number[];
  generatorBusy: number[];
}

/** Where the machine is too busy for so many requests. */
const WARM_UP_AT_MOST_MS = 30_000;

export type LoadWorker = Remote<LoadQuestion, unknown>;

export async function startLoad({ groups, lines }: Pick<HttpSettings, "groups" | "lines">): Promise<LoadWorker> {
  const worker: LoadWorker = startRemote(new URL("./load-worker.js", import.meta.url));
  await worker.ask({ ask: "prepare", mix: "realistic", groups, lines });
  return worker;
}

/** Loads one server after the other, round after round. The servers' main threads get a processor, the load another. */
export async function httpRounds(servers: readonly Server[], settings: HttpSettings): Promise<Served[]> {
  const { rounds } = settings;
  const worker = await startLoad(settings);
  pin(worker.process.pid, 1, "all");
  for (const server of servers) pin(server.process.pid, 0, "main");
  const served = servers.map(({ name }): Served => {
    return { name, perSecond: [], p50Ms: [], p99Ms: [], cpuMicros: [], generatorBusy: [] };
  });
  for (const server of servers) {
    tell(`warming up: ${server.name}`);
    const until = performance.now() + WARM_UP_AT_MOST_MS;
    let answered = 0;
    while (answered < settings.warmUpRequests && performance.now() < until) {
      answered += (await loadOnce(worker, server, { ...settings, ms: 500 })).answered;
    }
  }
  for (let round = 1; round <= rounds; round++) {
    for (const [at, server] of servers.entries()) {
      tell(`round ${round} of ${rounds}: ${server.name}`);
      const { cpuMicros, ...found } = await loadOnce(worker, server, settings);
      const rows = served[at] as Served;
      rows.perSecond.push(found.perSecond);
      rows.p50Ms.push(found.p50Ms);
      rows.p99Ms.push(found.p99Ms);
      rows.cpuMicros.push(cpuMicros);
      rows.generatorBusy.push(found.generatorBusy);
    }
  }
  await worker.stop();
  return served;
}

/** @returns with the server's processor time for each request */
export async function loadOnce(
  worker: LoadWorker,
  server: Server,
  { connections, warmUpMs, ms }: Pick<HttpSettings, "connections" | "warmUpMs" | "ms">,
): Promise<Load & { cpuMicros: number }> {
  const before = await server.usage();
  const settings = { port: server.port, connections, warmUpMs, ms };
  const found = (await worker.ask({ ask: "load", server: server.name, settings })) as Load;
  const after = await server.usage();
  return { ...found, cpuMicros: (after.cpuMicros - before.cpuMicros) / found.answered };
}

/** Whether the load may have been what was measured: it was busy all the time while this server was asked. */
export const limitedByLoad = ({ generatorBusy }: Served): boolean => median(generatorBusy) > 0.95;
