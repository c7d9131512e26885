import type { CandidateTrace } from "@firstmatch/shared-types";

/** One rule of the trace, with a key that stands for its place. */
export interface TraceRow {
  key: string;
  candidate: CandidateTrace;
}

/** Of a long trace this many rows are shown at first, and every winner. */
const SHOWN_AT_FIRST = 60;

export const traceRows = (trace: readonly CandidateTrace[]): TraceRow[] =>
  trace.map((candidate, at) => ({ key: String(at), candidate }));

/** The rows of each item line, or all of them where the order is decided as a whole. The default payout ends a list. */
export function byItemLine(rows: readonly TraceRow[]): TraceRow[][] {
  const lists: TraceRow[][] = [];
  let list: TraceRow[] = [];
  for (const row of rows) {
    list.push(row);
    if (row.candidate.kind !== "default") continue;
    lists.push(list);
    list = [];
  }
  return list.length > 0 ? [...lists, list] : lists;
}

/** Whether a row is shown before the whole trace was asked for. */
export const isShownAtFirst = ({ key, candidate }: TraceRow): boolean =>
  Number(key) < SHOWN_AT_FIRST || candidate.result === "matched";
