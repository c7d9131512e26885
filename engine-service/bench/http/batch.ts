import { machine } from "../report/machine.ts";
import { median, ratio } from "../report/median.ts";
import { Report } from "../report/report.ts";
import { figure, table } from "../report/table.ts";
import { startService } from "../servers/service.ts";
import { startServer } from "../servers/start-server.ts";
import { workloadOf } from "../workload/workload.ts";
import { checkAnswers } from "./check-answers.ts";
import { pinned } from "./http.ts";
import { type HttpSettings, httpRounds, type Served } from "./http-rounds.ts";

const SETTINGS: HttpSettings = {
  ...{ groups: 1_000, lines: 1_000, connections: 8, rounds: 7 },
  ...{ warmUpRequests: 100, warmUpMs: 500, ms: 3_000 },
};

/** `npm run bench -- batch` */
export async function batch(): Promise<void> {
  const report = new Report(
    "batch",
    "POST /evaluate as NDJSON",
    `${SETTINGS.lines.toLocaleString("en-US")} events in each request, ${SETTINGS.connections} kept-alive connections, against a bare node:http server that parses and prints the same lines. 1,000 published groups; the median of ${SETTINGS.rounds} rounds in turns, ratios within each round. ${pinned} Answers were compared with decide() first.`,
  );
  report.say(machine());
  const workload = workloadOf("realistic", SETTINGS.groups);
  const bare = await startServer("bare parse and stringify", new URL("../servers/bare-lines.js", import.meta.url));
  const service = await startService("Firstmatch /evaluate");
  try {
    await service.plant("bench", workload.terms);
    await checkAnswers(service.port, workload, SETTINGS.lines);
    const [ours, theirs] = (await httpRounds([service, bare], SETTINGS)) as [Served, Served];
    report.say(
      table(
        ["", "events/s", "of bare", "server CPU, µs an event", "p50, ms a request", "p99, ms a request"],
        [ours, theirs].map((one) => [
          one.name,
          figure(median(one.perSecond) * SETTINGS.lines),
          figure(ratio(one.perSecond, theirs.perSecond)),
          figure(median(one.cpuMicros) / SETTINGS.lines),
          figure(median(one.p50Ms)),
          figure(median(one.p99Ms)),
        ]),
      ),
    );
    report.keep();
  } finally {
    await Promise.all([service.stop(), bare.stop()]);
  }
}
