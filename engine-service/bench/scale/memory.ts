import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOnce, startLoad } from "../http/http-rounds.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table } from "../report/table.ts";
import { type Service, startService } from "../servers/service.ts";
import { eventsFor } from "../workload/events.ts";
import { termsOf } from "../workload/workload.ts";

const [PROGRAMS, GROUPS] = [100, 1_000];
const REQUESTS = 1_000_000;
const LOAD = { connections: 48, warmUpMs: 0, ms: 4_000 };
const SETTLE_MS = 5_000;

/** Resident memory with many programs, and over many requests. */
export async function memory(report: Report): Promise<void> {
  report.say("## Memory");
  await manyPrograms(report);
  await manyRequests(report);
}

async function manyPrograms(report: Report): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "firstmatch-bench-"));
  const ids = Array.from({ length: PROGRAMS }, (_, at) => `program-${at + 1}`);
  const rows: [string, string][] = [];
  const look = async (what: string, service: Service) => {
    rows.push([what, figure((await service.usage()).residentBytes / 1e6)]);
  };
  try {
    let service = await startService("Firstmatch", { dataDir });
    for (const id of ids) {
      tell(`memory: ${id}`);
      await service.plant(id, termsOf("realistic", GROUPS, id));
    }
    await look("after all were published", service);
    await settle();
    await look("five seconds later", service);
    await service.stop();
    service = await startService("Firstmatch", { dataDir });
    await look("after a restart", service);
    for (const id of ids) {
      const [event] = eventsFor(termsOf("realistic", GROUPS, id).events[0]?.groups ?? [], 1, id);
      await (await service.send("POST", "/evaluate", { ...event, program: id })).text();
    }
    await settle();
    await look("after a decision of each", service);
    await service.stop();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  report.say(`${PROGRAMS} programs of ${GROUPS.toLocaleString("en-US")} groups, on the embedded store:`);
  report.say(table(["", "resident, MB"], rows));
}

async function manyRequests(report: Report): Promise<void> {
  const service = await startService("Firstmatch");
  try {
    await service.plant("bench", termsOf("realistic", GROUPS));
    const worker = await startLoad({ groups: GROUPS, lines: 1 });
    // So that all that a request ever makes once is there.
    await loadOnce(worker, service, LOAD);
    const before = await service.liveBytes();
    const seen: { answered: number; megabytes: number }[] = [];
    for (let answered = 0; answered < REQUESTS; ) {
      tell(`memory: ${answered.toLocaleString("en-US")} requests`);
      answered += (await loadOnce(worker, service, LOAD)).answered;
      seen.push({ answered, megabytes: (await service.usage()).residentBytes / 1e6 });
    }
    const after = await service.liveBytes();
    await worker.stop();
    const tenths = Array.from({ length: 10 }, (_, at) =>
      seen.find(({ answered }) => answered >= (REQUESTS / 10) * (at + 1)),
    ).filter((one) => one !== undefined);
    report.say(`One program of ${GROUPS.toLocaleString("en-US")} groups, over a million requests to /evaluate:`);
    report.say(
      table(
        ["requests", "resident, MB"],
        tenths.map(({ answered, megabytes }) => [answered.toLocaleString("en-US"), figure(megabytes)]),
      ),
    );
    report.say(
      `In use once all garbage is collected: ${figure(before / 1e6)} MB before, ${figure(after / 1e6)} MB after. What is resident beyond that is V8's own, and garbage that it has not looked for yet.`,
    );
  } finally {
    await service.stop();
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
