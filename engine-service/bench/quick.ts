import { PEERS, sayMatched } from "./core/core.ts";
import { matchRounds } from "./core/match-rounds.ts";
import { sayServed, serveAll, WEB_PEERS } from "./http/http.ts";
import { machine } from "./report/machine.ts";
import { Report } from "./report/report.ts";

/** `npm run bench -- quick`: the basics of core and http, shorter and so rougher, in less than a minute. */
export async function quick(): Promise<void> {
  const report = new Report(
    "quick",
    "The basics, in less than a minute",
    "Short rounds, so rougher figures than those of `core` and `http`, which say how they are measured.",
  );
  report.say(machine([...PEERS, ...WEB_PEERS]));
  const sizes = [100, 1_000].map((groups) => ({ mix: "realistic" as const, groups }));
  sayMatched(report, await matchRounds({ sizes, events: 500, rounds: 5, ms: 60 }));
  report.say("## POST /evaluate over HTTP, 1,000 groups, 48 connections");
  sayServed(
    report,
    await serveAll({
      ...{ groups: 1_000, lines: 1, connections: 48, rounds: 5 },
      ...{ warmUpRequests: 10_000, warmUpMs: 100, ms: 350 },
    }),
  );
  report.keep();
}
