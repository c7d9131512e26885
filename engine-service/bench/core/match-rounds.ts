import { CONTENDERS, type ContenderName } from "../contenders/contender.ts";
import { type Remote, startRemote } from "../remote.ts";
import { median, ratio } from "../report/median.ts";
import { tell } from "../report/report.ts";
import type { Mix } from "../workload/groups.ts";
import type { Comparison } from "./compare.ts";
import type { CoreQuestion } from "./core-worker.ts";
import type { TimeWindow } from "./time-window.ts";

export interface MatchSettings {
  sizes: readonly { mix: Mix; groups: number }[];
  events: number;
  rounds: number;
  /** How long each contender decides in each round. */
  ms: number;
}

/** One set of groups, and what every contender took in every round. */
export interface Matched {
  mix: Mix;
  groups: number;
  comparison: Comparison;
  /** Microseconds a decision, by rounds. */
  micros: Partial<Record<ContenderName, number[]>>;
}

/** Who would need minutes for all events is compared on some. */
const SAMPLE = { "json-rules-engine, conditions ordered": 500, "zen-engine, 16 at once": 500 };
const SLOW_SAMPLE = {
  ...{ "json-rules-engine": 100, "json-rules-engine, conditions ordered": 50 },
  ...{ "zen-engine": 1_000, "zen-engine, 16 at once": 100 },
};
const SLOW_FROM_GROUPS = 10_000;
/** One decision of json-rules-engine takes a tenth of a second there. */
const SLOW_WINDOW_MS = 2_000;
/** V8 compiles what it sees often, and that takes a while. */
const WARM_UP_MS = 500;

/** Compares the winners of all, then lets one after the other decide, round after round. */
export async function matchRounds({ sizes, events, rounds, ms }: MatchSettings): Promise<Matched[]> {
  const sets = [];
  for (const { mix, groups } of sizes) {
    tell(`${mix}, ${groups} groups: comparing winners`);
    const remote: Remote<CoreQuestion, unknown> = startRemote(new URL("./core-worker.js", import.meta.url));
    const entered = (await remote.ask({ ask: "enter", mix, groups, events, names: CONTENDERS })) as ContenderName[];
    const sample = groups >= SLOW_FROM_GROUPS ? SLOW_SAMPLE : SAMPLE;
    const comparison = (await remote.ask({ ask: "compare", sample })) as Comparison;
    const micros = Object.fromEntries(entered.map((name): [ContenderName, number[]] => [name, []]));
    sets.push({ mix, groups, comparison, micros, remote, entered });
  }
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const { mix, groups, remote, entered, micros } of sets) {
      tell(`round ${round} of ${rounds}: ${mix}, ${groups} groups`);
      for (const name of entered) {
        const slow = groups >= SLOW_FROM_GROUPS && name.startsWith("json-rules-engine");
        const least = slow ? SLOW_WINDOW_MS : round === 0 ? WARM_UP_MS : 0;
        const question = { ask: "window" as const, name, round, ms: Math.max(ms, least) };
        const { micros: took } = (await remote.ask(question)) as TimeWindow;
        if (round > 0) micros[name]?.push(took);
      }
    }
  }
  for (const { remote } of sets) await remote.stop();
  return sets.map(({ mix, groups, comparison, micros }) => ({ mix, groups, comparison, micros }));
}

export const microsOf = ({ micros }: Matched, name: ContenderName): number => median(micros[name] ?? NEVER);

/** Of one who could not be built. */
const NEVER = [Number.POSITIVE_INFINITY];

/** How many times faster one is than another, within each round. */
export const faster = ({ micros }: Matched, name: ContenderName, than: ContenderName): number =>
  ratio(micros[than] ?? NEVER, micros[name] ?? NEVER);

/** What the cost grows by from one set to another, within each round. */
export const growth = (from: Matched, to: Matched, name: ContenderName): number =>
  ratio(to.micros[name] ?? NEVER, from.micros[name] ?? NEVER);
