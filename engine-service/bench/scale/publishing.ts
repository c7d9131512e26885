import type { Terms } from "@firstmatch/shared-types";
import { type LoadWorker, loadOnce, startLoad } from "../http/http-rounds.ts";
import { pin } from "../http/pin.ts";
import { median, ratio } from "../report/median.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import { type Service, startService } from "../servers/service.ts";
import { termsOf } from "../workload/workload.ts";

const [ROUNDS, WINDOW_MS, GROUPS, EVERY_MS] = [5, 5_000, 10_000, 1_000];
/** So many different ones, in turn. */
const DRAFTS = 10;
const LOAD = { connections: 48, warmUpMs: 300, ms: WINDOW_MS };

/** What those who ask notice while someone publishes large terms of another program every second. */
export async function publishing(report: Report): Promise<void> {
  const service = await startService("Firstmatch");
  const document = termsOf("realistic", GROUPS);
  // Made ready before, so that making them takes no processor from those who are measured.
  const drafts = Array.from({ length: DRAFTS }, (_, nth) => JSON.stringify(changed(document, nth + 1)));
  try {
    await service.plant("bench", termsOf("realistic", 1_000));
    await service.plant("other", document);
    const worker = await startLoad({ groups: 1_000, lines: 1 });
    pin(service.process.pid, 0, "main");
    pin(worker.process.pid, 1, "all");
    const [quiet, busy, took] = await rounds(service, worker, drafts);
    await worker.stop();
    report.say("## While 10,000 groups are published every second");
    report.say(
      `The same load on /evaluate for ${WINDOW_MS / 1_000} s without, then ${WINDOW_MS / 1_000} s with a publisher who changes the draft of another program, saves it whole as the screens do, and publishes it; the median of ${ROUNDS} rounds. ${took.length} times saved and published, ${figure(median(took))} ms each under that load.`,
    );
    report.say(
      table(
        ["", "requests/s", "p99, ms", "longest, ms"],
        [
          ["quiet", ...[quiet.perSecond, quiet.p99Ms, quiet.maxMs].map((values) => figure(median(values)))],
          ["publishing", ...[busy.perSecond, busy.p99Ms, busy.maxMs].map((values) => figure(median(values)))],
          ["ratio", ...(["perSecond", "p99Ms", "maxMs"] as const).map((key) => times(ratio(busy[key], quiet[key])))],
        ],
      ),
    );
  } finally {
    await service.stop();
  }
}

interface Felt {
  perSecond: number[];
  p99Ms: number[];
  maxMs: number[];
}

async function rounds(
  service: Service,
  worker: LoadWorker,
  drafts: readonly string[],
): Promise<[quiet: Felt, busy: Felt, tookMs: number[]]> {
  const [quiet, busy] = [0, 0].map((): Felt => ({ perSecond: [], p99Ms: [], maxMs: [] })) as [Felt, Felt];
  const took: number[] = [];
  await loadOnce(worker, service, LOAD);
  for (let round = 1; round <= ROUNDS; round++) {
    tell(`publishing: round ${round} of ${ROUNDS}`);
    keep(quiet, await loadOnce(worker, service, LOAD));
    const publisher = publishEverySecond(service, drafts, took.length);
    keep(busy, await loadOnce(worker, service, LOAD));
    took.push(...(await publisher.stop()));
  }
  return [quiet, busy, took];
}

function keep(felt: Felt, { perSecond, p99Ms, maxMs }: { perSecond: number; p99Ms: number; maxMs: number }): void {
  felt.perSecond.push(perSecond);
  felt.p99Ms.push(p99Ms);
  felt.maxMs.push(maxMs);
}

/** The first at once; after one that takes longer than a second, the next at once. */
function publishEverySecond(service: Service, drafts: readonly string[], first: number): { stop(): Promise<number[]> } {
  const took: number[] = [];
  let stopped = false;
  const publishes = async () => {
    for (let nth = first; !stopped; nth++) {
      const began = performance.now();
      await service.publish("other", drafts[nth % drafts.length] as string);
      const ms = performance.now() - began;
      took.push(ms);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - ms)));
    }
  };
  const all = publishes();
  return {
    async stop() {
      stopped = true;
      await all;
      return took;
    },
  };
}

/** Another order of some groups each time, as after a drag. */
function changed(document: Terms, nth: number): Terms {
  const [event] = document.events;
  if (event?.groups === undefined) throw new Error("there are no groups to change");
  const [first, ...others] = event.groups;
  const at = (nth * 37) % others.length;
  const groups = first === undefined ? [] : [...others.slice(0, at), first, ...others.slice(at)];
  return { ...document, events: [{ ...event, groups }] };
}
