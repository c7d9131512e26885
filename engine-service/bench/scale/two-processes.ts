import { randomUUID } from "node:crypto";
import { checkAnswers } from "../http/check-answers.ts";
import { loadOnce, startLoad } from "../http/http-rounds.ts";
import { canPin, pin } from "../http/pin.ts";
import { median, ratio } from "../report/median.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import { startService } from "../servers/service.ts";
import { workloadOf } from "../workload/workload.ts";

const [ROUNDS, GROUPS] = [5, 1_000];
const LOAD = { connections: 48, warmUpMs: 300, ms: 2_000 };

/** As the tests start it: the one that MONGODB_URI names, an installed one, or one that is fetched. */
interface MongoDb {
  uri?: string;
  how?: string;
  missing?: string;
  stop?: () => void;
}
const MONGODB = new URL("../../../../.ci/mongodb.mjs", import.meta.url).href;

/** Whether a second process on the same store does as much again. */
export async function twoProcesses(report: Report): Promise<void> {
  report.say("## Two processes on one store");
  const { startMongodb } = (await import(MONGODB)) as { startMongodb(): Promise<MongoDb> };
  const mongo = await startMongodb();
  if (mongo.uri === undefined) {
    report.say(`Left out: two processes need a MongoDB, and there is none here (${mongo.missing}).`);
    return;
  }
  const uri = new URL(mongo.uri);
  // A name of its own, so that nothing that is there is touched.
  uri.pathname = `/firstmatch-bench-${randomUUID()}`;
  const services = [await startService("first", { mongoUri: `${uri}` })];
  try {
    const workload = workloadOf("realistic", GROUPS);
    await services[0]?.plant("bench", workload.terms);
    services.push(await startService("second", { mongoUri: `${uri}` }));
    const pairs = [];
    for (const [processor, service] of services.entries()) {
      await checkAnswers(service.port, workload, 100);
      const worker = await startLoad({ groups: GROUPS, lines: 1 });
      for (const { pid } of [service.process, worker.process]) pin(pid, processor, "all");
      pairs.push({ worker, run: () => loadOnce(worker, service, LOAD) });
    }
    const [alone, together]: [number[], number[]] = [[], []];
    await Promise.all(pairs.map(({ run }) => run()));
    for (let round = 1; round <= ROUNDS; round++) {
      tell(`two processes: round ${round} of ${ROUNDS}`);
      const only = pairs[round % 2];
      alone.push((await only?.run())?.perSecond ?? Number.NaN);
      const both = await Promise.all(pairs.map(({ run }) => run()));
      together.push(both.reduce((sum, { perSecond }) => sum + perSecond, 0));
    }
    for (const { worker } of pairs) await worker.stop();
    report.say(
      `${canPin ? "Each process shares one processor with the load that asks it, so that the second pair takes nothing from the first but memory and caches" : "Nothing could be pinned here, so the processes and their loads share all processors"}; the store (${mongo.how}) is asked once a second for changes. One pair alone, then both at once; the median of ${ROUNDS} rounds.`,
    );
    report.say(
      table(
        ["", "requests/s"],
        [
          ["one process with its load", figure(median(alone))],
          ["two, each with its load", `${figure(median(together))} (${times(ratio(together, alone))})`],
        ],
      ),
    );
  } finally {
    for (const service of services) await service.stop();
    await dropDatabase(`${uri}`);
    mongo.stop?.();
  }
}

async function dropDatabase(uri: string): Promise<void> {
  const { default: mongoose } = await import("mongoose");
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
