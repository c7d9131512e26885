import { machine } from "../report/machine.ts";
import { median, ratio } from "../report/median.ts";
import { Report } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import { startService } from "../servers/service.ts";
import { type Server, startServer } from "../servers/start-server.ts";
import { workloadOf } from "../workload/workload.ts";
import { checkAnswers, checkEcho } from "./check-answers.ts";
import { httpChart } from "./http-chart.ts";
import { type HttpSettings, httpRounds, limitedByLoad, type Served } from "./http-rounds.ts";
import { canPin } from "./pin.ts";

export const WEB_PEERS = ["express", "fastify"];
export const BARE = "bare node:http echo";
export const EXPRESS = "Express echo";
export const FASTIFY = "fastify echo";
export const OURS = "Firstmatch /evaluate";

const SETTINGS: HttpSettings = {
  ...{ groups: 1_000, lines: 1, connections: 48, rounds: 7 },
  ...{ warmUpRequests: 40_000, warmUpMs: 300, ms: 2_000 },
};

export const pinned = canPin
  ? "The server's main thread has a processor of its own, the load another."
  : "Nothing could be pinned to a processor here.";

/** `npm run bench -- http` */
export async function http(): Promise<void> {
  const report = new Report(
    "http",
    "POST /evaluate over HTTP",
    `The service as it is shipped, with 1,000 published groups on its embedded store, beside servers that only send back the same body. ${SETTINGS.connections} kept-alive connections on this machine, each with one request after another; the median of ${SETTINGS.rounds} rounds in which all take turns, ratios within each round. ${pinned} Answers were compared with decide() before anything was timed, and their lengths with each other all the time.`,
  );
  report.say(machine(WEB_PEERS));
  const served = await serveAll(SETTINGS);
  sayServed(report, served);
  report.draw(httpChart(served));
  report.keep();
}

/** Starts the servers, checks what they answer, loads them in turn. */
export async function serveAll(settings: HttpSettings): Promise<Served[]> {
  const workload = workloadOf("realistic", settings.groups);
  const script = (name: string) => new URL(`../servers/${name}.js`, import.meta.url);
  const echoes: Server[] = [
    await startServer(BARE, script("bare-echo")),
    await startServer(FASTIFY, script("fastify-echo")),
    await startServer(EXPRESS, script("express-echo")),
  ];
  const service = await startService(OURS);
  const servers = [service, ...echoes];
  try {
    await service.plant("bench", workload.terms);
    await checkAnswers(service.port, workload, 200);
    for (const { port } of echoes) await checkEcho(port, workload);
    return await httpRounds(servers, settings);
  } finally {
    for (const server of servers) await server.stop();
  }
}

export function sayServed(report: Report, served: readonly Served[]): void {
  const find = (name: string) => served.find((one) => one.name === name) as Served;
  const [bare, express, ours] = [find(BARE), find(EXPRESS), find(OURS)];
  report.say(
    table(
      ["", "requests/s", "of bare", "of Express", "p50, ms", "p99, ms", "p99 of bare's", "server CPU, µs"],
      served.map((one) => [
        one.name,
        figure(median(one.perSecond)),
        figure(ratio(one.perSecond, bare.perSecond)),
        times(ratio(one.perSecond, express.perSecond)),
        figure(median(one.p50Ms)),
        figure(median(one.p99Ms)),
        times(ratio(one.p99Ms, bare.p99Ms)),
        figure(median(one.cpuMicros)),
      ]),
    ),
  );
  report.say(
    `By processor time for each request, Firstmatch takes ${times(ratio(ours.cpuMicros, bare.cpuMicros))} the bare echo's and ${times(ratio(ours.cpuMicros, express.cpuMicros))} the Express echo's.`,
  );
  const limited = served.filter(limitedByLoad).map(({ name }) => name);
  if (limited.length > 0) {
    report.say(
      `The load itself was busy all the time while it asked ${limited.join(", ")}: there the requests per second are at least so many, and processor time says more.`,
    );
  }
}
