import type { Fault, ImportReport } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import { HTTP_LIMITS } from "../../http/limits.ts";
import type { Recording } from "../conversions/record-conversion.ts";

/** What became of one line. */
export type LineOutcome = { line: number; recording: Recording } | { line: number; faults: readonly Fault[] };

/** What an import came to so far; amounts of the new conversions, in minor units. */
export interface Tally {
  lines: number;
  counts: ImportReport["counts"];
  /** Of new ones, by the decision's reason. */
  rejections: Readonly<Record<string, number>>;
  payout: number;
  cost: number;
  faults: ImportReport["faults"];
}

export const NOTHING_YET: Tally = {
  lines: 0,
  counts: { payable: 0, rejected: 0, kpi: 0, repeated: 0, faulty: 0 },
  rejections: {},
  ...{ payout: 0, cost: 0, faults: [] },
};

export function withOutcomes(before: Tally, outcomes: readonly LineOutcome[]): Tally {
  const counts = { ...before.counts };
  const rejections = { ...before.rejections };
  const faults = [...before.faults];
  let { payout, cost } = before;
  for (const outcome of outcomes) {
    if ("faults" in outcome) {
      counts.faulty += 1;
      faults.push(...outcome.faults.map((fault) => ({ line: outcome.line, ...fault })));
      continue;
    }
    const { conversion, repeated } = outcome.recording;
    if (repeated) {
      counts.repeated += 1;
      continue;
    }
    counts[conversion.status as "payable" | "rejected" | "kpi"] += 1;
    if (conversion.reason !== null) rejections[conversion.reason] = (rejections[conversion.reason] ?? 0) + 1;
    payout += conversion.net.payout;
    cost += conversion.net.payout + conversion.net.fee;
  }
  const lines = before.lines + outcomes.length;
  return { lines, counts, rejections, payout, cost, faults: faults.slice(0, HTTP_LIMITS.faults) };
}

export const printReport = (
  dryRun: boolean,
  currency: string,
  { lines, counts, rejections, payout, cost, faults }: Tally,
): ImportReport => ({
  ...{ dryRun, lines, counts, currency, faults },
  rejections: Object.entries(rejections)
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count),
  payout: fromMinor(payout, currency),
  advertiserCost: fromMinor(cost, currency),
});

export const countNew = ({ counts: { payable, rejected, kpi } }: Tally): number => payable + rejected + kpi;
