import { randomUUID } from "node:crypto";
import { checkAnswers, checkEcho } from "../http/check-answers.ts";
import { type LoadWorker, loadOnce, startLoad } from "../http/http-rounds.ts";
import { canPin, pin } from "../http/pin.ts";
import { median, ratio } from "../report/median.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import { startService } from "../servers/service.ts";
import { type Server, startServer } from "../servers/start-server.ts";
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

/** Whether a second process on the same store does as much again; beside it, what the machine gives to any two. */
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
  const servers: Server[] = [];
  const started = async <S extends Server>(starting: Promise<S>): Promise<S> => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  try {
    const workload = workloadOf("realistic", GROUPS);
    const first = await started(startService("first", { mongoUri: `${uri}` }));
    await first.plant("bench", workload.terms);
    const ours = [first, await started(startService("second", { mongoUri: `${uri}` }))];
    for (const { port } of ours) await checkAnswers(port, workload, 100);
    const script = new URL("../servers/bare-echo.js", import.meta.url);
    const echoes = [await started(startServer("echo", script)), await started(startServer("other echo", script))];
    for (const { port } of echoes) await checkEcho(port, workload);
    const [service, echo] = await measure([ours, echoes]);
    report.say(
      `${canPin ? "Each process shares one processor with the load that asks it, so that the second pair takes nothing from the first but what the two processors share" : "Nothing could be pinned here, so the processes and their loads share all processors"}; the store (${mongo.how}) is asked once a second for changes. One pair alone, then both at once; beside it, in the same rounds, two bare node:http echoes, which share nothing: what they gain is what this machine gives. The median of ${ROUNDS} rounds.`,
    );
    report.say(
      table(
        ["requests/s", "one with its load", "two, each with its load", ""],
        [rowOf("Firstmatch", service), rowOf("bare node:http echo", echo)],
      ),
    );
    report.say(`Of what two echoes gain, two of ours gain ${figure(ratio(gains(service), gains(echo)))}.`);
  } finally {
    for (const server of servers) await server.stop();
    await dropDatabase(`${uri}`);
    mongo.stop?.();
  }
}

/** Requests a second, by rounds. */
interface Gain {
  alone: number[];
  together: number[];
}

/** Two of one kind and two of another, in turn. */
async function measure(kinds: [ours: Server[], echoes: Server[]]): Promise<[ours: Gain, echoes: Gain]> {
  const workers: LoadWorker[] = [];
  for (const processor of [0, 1]) {
    const worker = await startLoad({ groups: GROUPS, lines: 1 });
    pin(worker.process.pid, processor, "all");
    workers.push(worker);
    for (const kind of kinds) pin(kind[processor]?.process.pid, processor, "all");
  }
  const run = async (server: Server, at: number) => (await loadOnce(workers[at] as LoadWorker, server, LOAD)).perSecond;
  const together = async (kind: readonly Server[]) =>
    (await Promise.all(kind.map(run))).reduce((sum, perSecond) => sum + perSecond, 0);
  for (const kind of kinds) await together(kind);
  const gained = kinds.map((): Gain => ({ alone: [], together: [] })) as [Gain, Gain];
  for (let round = 1; round <= ROUNDS; round++) {
    tell(`two processes: round ${round} of ${ROUNDS}`);
    for (const [at, kind] of kinds.entries()) {
      gained[at]?.alone.push(await run(kind[round % 2] as Server, round % 2));
      gained[at]?.together.push(await together(kind));
    }
  }
  for (const worker of workers) await worker.stop();
  return gained;
}

const gains = ({ alone, together }: Gain): number[] => together.map((two, round) => two / (alone[round] as number));

const rowOf = (name: string, gain: Gain): string[] => [
  ...[name, figure(median(gain.alone)), figure(median(gain.together))],
  times(median(gains(gain))),
];

async function dropDatabase(uri: string): Promise<void> {
  const { default: mongoose } = await import("mongoose");
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
