import { barChart } from "../report/bar-chart.ts";
import { machine } from "../report/machine.ts";
import { median } from "../report/median.ts";
import { figure } from "../report/table.ts";
import type { Served } from "./http-rounds.ts";

const KINDS: Record<string, string> = { "Firstmatch /evaluate": "own" };

/** Requests per second, with the latency that 99 of 100 stay under. */
export function httpChart(served: readonly Served[]): string {
  const bars = [...served]
    .sort((one, other) => median(other.perSecond) - median(one.perSecond))
    .map(({ name, perSecond, p99Ms }) => ({
      ...{ name, kind: KINDS[name] ?? "hand", value: median(perSecond) },
      label: `${figure(median(perSecond))} requests/s · p99 ${figure(median(p99Ms))} ms`,
    }));
  return barChart({
    title: "Whole decisions over HTTP, one process",
    subtitle: "1,000 payout groups, 48 connections. The others only send the same body back. Longer is better.",
    description: bars.map(({ name, label }) => `${name}: ${label}.`).join(" "),
    bars,
    foot: machine(),
  });
}
