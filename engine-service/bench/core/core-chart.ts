import type { ContenderName } from "../contenders/contender.ts";
import { lineChart } from "../report/line-chart.ts";
import { machine } from "../report/machine.ts";
import { figure } from "../report/table.ts";
import { type Matched, microsOf } from "./match-rounds.ts";

/** Where one takes part in several ways, the fastest counts. */
const LINES: readonly { told: string; kind: string; names: readonly ContenderName[] }[] = [
  {
    ...{ told: "json-rules-engine", kind: "jre" },
    names: ["json-rules-engine", "json-rules-engine, conditions ordered"],
  },
  { told: "GoRules zen", kind: "zen", names: ["zen-engine", "zen-engine, 16 at once"] },
  {
    ...{ told: "json-logic-engine", kind: "logic" },
    names: ["json-logic-engine, functions", "json-logic-engine, if-chain"],
  },
  { told: "hand-written closures", kind: "hand", names: ["closures"] },
  { told: "Firstmatch", kind: "own", names: ["firstmatch"] },
];

const TICKS = [
  { at: 0.01, label: "0.01 µs" },
  { at: 0.1, label: "0.1 µs" },
  { at: 1, label: "1 µs" },
  { at: 10, label: "10 µs" },
  { at: 100, label: "100 µs" },
  { at: 1_000, label: "1 ms" },
  { at: 10_000, label: "10 ms" },
  { at: 100_000, label: "100 ms" },
  { at: 1_000_000, label: "1 s" },
];

/** The cost of a decision as groups are added. */
export function coreChart(sets: readonly Matched[]): string {
  const lines = LINES.map(({ told, kind, names }) => {
    const points = sets.map((set) => ({ x: set.groups, y: Math.min(...names.map((name) => microsOf(set, name))) }));
    return { kind, points, name: `${told} · ${duration(points.at(-1)?.y ?? 0)}` };
  });
  return lineChart({
    title: "Time to find the group that pays",
    subtitle: "A decision of one event, realistic mix of groups. Both axes are logarithmic; lower is better.",
    description: lines
      .map(({ name, points }) => `${name}: ${points.map(({ x, y }) => `${duration(y)} at ${x} groups`).join(", ")}.`)
      .join(" "),
    xs: sets.map(({ groups }) => groups),
    xLabel: "payout groups",
    yTicks: ticksFor(lines.flatMap(({ points }) => points.map(({ y }) => y))),
    lines,
    foot: machine(),
  });
}

/** From the last that no value is below to the first that none is above. */
function ticksFor(micros: readonly number[]) {
  const [least, most] = [Math.min(...micros), Math.max(...micros)];
  return TICKS.filter((_, at) => (TICKS[at + 1]?.at ?? most) > least && (TICKS[at - 1]?.at ?? 0) < most);
}

const duration = (micros: number): string => (micros < 1_000 ? `${figure(micros)} µs` : `${figure(micros / 1_000)} ms`);
