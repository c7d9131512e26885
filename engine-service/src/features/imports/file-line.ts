import type { Fault } from "@firstmatch/shared-types";
import { Problem } from "../../http/problem.ts";

/** One conversion of a file, or what is wrong with it; `line` counts from 1, blank lines and a heading among them. */
export type FileLine = { line: number; input: unknown } | { line: number; faults: readonly Fault[] };

/** From some line on a file cannot be read: what a quotation mark left open swallowed is nobody's to guess. */
export class RestUnread extends Error {
  override readonly name = "RestUnread";
  readonly line: number;

  constructor(line: number, why: string) {
    super(`${why} Nothing from this line on was read.`);
    this.line = line;
  }
}

/** What a problem says of one line. */
export const faultsOfProblem = (problem: Problem): readonly Fault[] =>
  problem.faults.length > 0 ? problem.faults : [{ pointer: "", message: problem.message }];

/** A line whose reading may find it faulty. */
export function lineOf(line: number, read: () => unknown): FileLine {
  try {
    return { line, input: read() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { line, faults: faultsOfProblem(error) };
  }
}
