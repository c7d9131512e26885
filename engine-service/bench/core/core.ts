import { CONTENDERS, type ContenderName } from "../contenders/contender.ts";
import { machine } from "../report/machine.ts";
import { Report } from "../report/report.ts";
import { figure, table, times } from "../report/table.ts";
import { MIXES, type Mix } from "../workload/groups.ts";
import { EVENTS } from "../workload/workload.ts";
import { compileCosts } from "./compile-costs.ts";
import { coreChart } from "./core-chart.ts";
import { faster, growth, type Matched, matchRounds, microsOf } from "./match-rounds.ts";
import { personalCost } from "./personal-cost.ts";

export const PEERS = ["json-rules-engine", "@gorules/zen-engine", "json-logic-engine"];
export const SIZES = [10, 100, 1_000, 10_000];
const ROUNDS = 5;

const ABOUT = `From an event to the group that pays: microseconds a decision, the median of ${ROUNDS} rounds in which all take turns, each in a warmed up process of its own; "×" is how many times faster than json-rules-engine, within each round. Where others used the processor meanwhile, processor time counts instead of the clock. The peers get groups and events translated beforehand into what suits each best (texts folded, numbers and dates read); Firstmatch gets the event as it was sent.`;

/** `npm run bench -- core` */
export async function core(): Promise<void> {
  const report = new Report("core", "Finding the group that pays", ABOUT);
  report.say(machine(PEERS));
  const sizes = MIXES.flatMap((mix) => SIZES.map((groups) => ({ mix, groups })));
  const matched = await matchRounds({ sizes, events: EVENTS, rounds: ROUNDS, ms: 400 });
  sayMatched(report, matched);
  sayGrowth(report, matched);
  await compileCosts(report);
  await personalCost(report);
  report.draw(coreChart(matched.filter(({ mix }) => mix === "realistic")));
  report.keep();
}

export function sayMatched(report: Report, matched: readonly Matched[]): void {
  for (const mix of MIXES) {
    const sets = matched.filter((set) => set.mix === mix);
    if (sets.length === 0) continue;
    report.say(`## ${mix === "realistic" ? "Realistic" : "Broad"} mix\n\n${MIX_TOLD[mix]} ${told(sets)}`);
    report.say(
      table(
        ["", ...sets.map(({ groups }) => `${groups.toLocaleString("en-US")} groups, µs`)],
        CONTENDERS.map((name) => [name, ...sets.map((set) => cell(set, name))]),
      ),
    );
    const against = (told: string, names: readonly ContenderName[]) => [
      told,
      ...sets.map((set) => times(Math.min(...names.map((name) => faster(set, "firstmatch", name))))),
    ];
    report.say(
      table(
        ["Firstmatch is faster than", ...sets.map(({ groups }) => `${groups.toLocaleString("en-US")} groups`)],
        [
          against("json-rules-engine", ["json-rules-engine"]),
          against("the same, conditions ordered", ["json-rules-engine, conditions ordered"]),
          against("the best other engine", OTHERS),
          against("closures on facts made ready", ["closures"]),
          against("closures that read the event", ["closures, reading the event"]),
        ],
      ),
    );
  }
}

/** Engines for rules as documents, beside the one that all are compared with. */
const OTHERS = CONTENDERS.filter((name) => name.startsWith("zen") || name.startsWith("json-logic"));

const MIX_TOLD: Record<Mix, string> = {
  realistic:
    "Of a hundred groups 72 name a partner (of 500), 15 a promo code, the others a referrer by wildcard or what was bought where; each with some of customer status, order total, dates and device.",
  broad:
    "No partner and no code is named: country and brand or category, and some of customer status, order total, dates and device.",
};

function told(sets: readonly Matched[]): string {
  const hits = sets.map(({ comparison }) => Math.round(comparison.hitShare));
  const { groups, comparison } = sets.at(-1) as Matched;
  const ranks = comparison.ranks.map((rank) => rank.toLocaleString("en-US")).join(", ");
  const sampled = sets.flatMap(sampledIn);
  return [
    `A group pays ${Math.min(...hits)} to ${Math.max(...hits)} % of the events; of ${groups.toLocaleString("en-US")} groups 10, 50 and 90 of a hundred winners stand at rank ${ranks} or before it.`,
    `Before anything was timed all found the same winners: for every event${sampled.length === 0 ? "" : `, but for evenly chosen ones ${sampled.join("; ")}`}.`,
  ].join(" ");
}

/** Who was compared on some events only, since all would take minutes. */
function sampledIn({ groups, comparison: { compared } }: Matched): string[] {
  const fewer = Object.entries(compared).filter(([, count]) => count < (compared.firstmatch ?? 0));
  const told = fewer.map(([name, count]) => `${count.toLocaleString("en-US")} by ${name}`);
  return told.length === 0 ? [] : [`at ${groups.toLocaleString("en-US")} groups ${told.join(", ")}`];
}

function cell(set: Matched, name: ContenderName): string {
  if (set.micros[name] === undefined) return "cannot be built";
  const micros = figure(microsOf(set, name));
  return name === "json-rules-engine" ? micros : `${micros} (${times(faster(set, name, "json-rules-engine"))})`;
}

function sayGrowth(report: Report, matched: readonly Matched[]): void {
  const find = (mix: Mix, groups: number) => matched.find((set) => set.mix === mix && set.groups === groups) as Matched;
  const rows = (["firstmatch", "json-rules-engine", "zen-engine", "closures"] as const).map((name) => [
    name,
    ...MIXES.map((mix) => times(growth(find(mix, 10), find(mix, 10_000), name))),
  ]);
  report.say("## What a decision costs more with 10,000 groups than with 10");
  report.say(table(["", ...MIXES], rows));
}
