import type { ContenderName } from "../contenders/contender.ts";
import { lineChart } from "../report/line-chart.ts";
import { machine } from "../report/machine.ts";
import { type Matched, microsOf } from "./match-rounds.ts";

const LINES: readonly (readonly [ContenderName, string, string])[] = [
  ["json-rules-engine", "json-rules-engine", "jre"],
  ["zen-engine", "GoRules zen-engine", "zen"],
  ["json-logic-engine, functions", "json-logic-engine, compiled", "logic"],
  ["closures", "hand-written closures", "hand"],
  ["firstmatch", "Firstmatch", "own"],
];

const TICKS = [
  { at: 0.1, label: "0.1 µs" },
  { at: 1, label: "1 µs" },
  { at: 10, label: "10 µs" },
  { at: 100, label: "100 µs" },
  { at: 1_000, label: "1 ms" },
  { at: 10_000, label: "10 ms" },
  { at: 100_000, label: "100 ms" },
];

/** The cost of a decision as groups are added. */
export const coreChart = (sets: readonly Matched[]): string =>
  lineChart({
    title: "Time to find the group that pays",
    subtitle: "A decision of one event, realistic mix of groups. Both axes are logarithmic; lower is better.",
    description: LINES.map(
      ([name, told]) =>
        `${told}: ${sets.map((set) => `${microsOf(set, name).toPrecision(3)} µs at ${set.groups} groups`).join(", ")}.`,
    ).join(" "),
    xs: sets.map(({ groups }) => groups),
    xLabel: "payout groups",
    yTicks: TICKS,
    lines: LINES.map(([name, told, kind]) => ({
      ...{ name: told, kind },
      points: sets.map((set) => ({ x: set.groups, y: microsOf(set, name) })),
    })),
    foot: machine(),
  });
