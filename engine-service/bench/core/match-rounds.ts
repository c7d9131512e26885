import { CONTENDERS, type ContenderName, type Winner } from "../contenders/contender.ts";
import { type Remote, startRemote } from "../remote.ts";
import { median, ratio } from "../report/median.ts";
import { tell } from "../report/report.ts";
import type { Mix } from "../workload/groups.ts";
import { workloadOf } from "../workload/workload.ts";
import { type Comparison, compare } from "./compare.ts";
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
/** Of whom each group is a function of its own, and fast only after it was called some ten thousand times. */
const LONG_WARM_UP_MS = 8_000;

type Core = Remote<CoreQuestion, unknown>;

/** Compares the winners of all, then lets one after the other decide, round after round. One mix after the other. */
export async function matchRounds({ sizes, events, rounds, ms }: MatchSettings): Promise<Matched[]> {
  const matched = [];
  for (const mix of new Set(sizes.map((size) => size.mix))) {
    const sets = [];
    for (const size of sizes.filter((each) => each.mix === mix)) sets.push(await enter(size, events));
    tell(`${mix}: warming up`);
    const all = sets.flatMap(({ groups, entered }) => [...entered].map(([name, core]) => ({ groups, name, core })));
    const warmUpMs = (name: ContenderName, groups: number) =>
      Math.max(windowMs(name, groups, ms), name.startsWith("json-logic") ? LONG_WARM_UP_MS : WARM_UP_MS);
    // All together: here nobody looks at the time that it takes.
    await Promise.all(
      all.map(({ name, groups, core }) => core.ask({ ask: "window", round: 0, ms: warmUpMs(name, groups) })),
    );
    for (let round = 1; round <= rounds; round++) {
      for (const { groups, entered, micros } of sets) {
        tell(`round ${round} of ${rounds}: ${mix}, ${groups} groups`);
        for (const [name, core] of entered) {
          const question = { ask: "window" as const, round, ms: windowMs(name, groups, ms) };
          const { micros: took } = (await core.ask(question)) as TimeWindow;
          micros[name]?.push(took);
        }
      }
    }
    for (const { core } of all) await core.stop();
    matched.push(...sets.map(({ groups, comparison, micros }) => ({ mix, groups, comparison, micros })));
  }
  return matched;
}

/** Starts a process for each contender, and compares their winners. */
async function enter({ mix, groups }: MatchSettings["sizes"][number], events: number) {
  tell(`${mix}, ${groups} groups: comparing winners`);
  const entered = new Map<ContenderName, Core>();
  await Promise.all(
    CONTENDERS.map(async (name) => {
      const core: Core = startRemote(new URL("./core-worker.js", import.meta.url));
      if (await core.ask({ ask: "enter", mix, groups, events, name })) entered.set(name, core);
      else await core.stop();
    }),
  );
  const inOrder = CONTENDERS.filter((name) => entered.has(name));
  const comparison = await compare(
    inOrder.map((name) => ({
      name,
      winners: async (places) => (await entered.get(name)?.ask({ ask: "winners", places })) as Winner[],
    })),
    workloadOf(mix, groups, events),
    groups >= SLOW_FROM_GROUPS ? SLOW_SAMPLE : SAMPLE,
  );
  const micros: Matched["micros"] = Object.fromEntries(inOrder.map((name): [ContenderName, number[]] => [name, []]));
  return { groups, comparison, micros, entered: new Map(inOrder.map((name) => [name, entered.get(name) as Core])) };
}

const windowMs = (name: ContenderName, groups: number, ms: number): number =>
  groups >= SLOW_FROM_GROUPS && name.startsWith("json-rules-engine") ? Math.max(ms, SLOW_WINDOW_MS) : ms;

export const microsOf = ({ micros }: Matched, name: ContenderName): number => median(micros[name] ?? NEVER);

/** Of one who could not be built. */
const NEVER = [Number.POSITIVE_INFINITY];

/** How many times faster one is than another, within each round. */
export const faster = ({ micros }: Matched, name: ContenderName, than: ContenderName): number =>
  ratio(micros[than] ?? NEVER, micros[name] ?? NEVER);

/** What the cost grows by from one set to another, within each round. */
export const growth = (from: Matched, to: Matched, name: ContenderName): number =>
  ratio(to.micros[name] ?? NEVER, from.micros[name] ?? NEVER);
