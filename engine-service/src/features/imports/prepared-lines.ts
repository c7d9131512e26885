import { type Fault, LIMITS, shown } from "@firstmatch/shared-types";
import { fault, Problem } from "../../http/problem.ts";
import { accepted } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { readConversion } from "../conversions/conversion-routes.ts";
import { type Recording, recordingTask } from "../conversions/record-conversion.ts";
import type { Doer } from "../doer.ts";
import type { Task } from "../journal/program-journal.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { type FileLine, faultsOfProblem, RestUnread } from "./file-line.ts";

/** A line that is ready to be recorded, or what is wrong with it. */
export type Prepared = { line: number; task: Task<Recording> } | { line: number; faults: readonly Fault[] };

/** A few lines at a time, up to where the file can be read. */
export async function* inParts(lines: AsyncIterable<FileLine>, size: number): AsyncGenerator<FileLine[]> {
  let some: FileLine[] = [];
  let read = 0;
  try {
    for await (const line of lines) {
      read += 1;
      if (read > LIMITS.importedConversions)
        throw new RestUnread(
          line.line,
          `A file may have at most ${LIMITS.importedConversions} conversions; send the rest as a file of its own.`,
        );
      some.push(line);
      if (some.length < size) continue;
      yield some;
      some = [];
    }
  } catch (error) {
    if (!(error instanceof RestUnread)) throw error;
    some.push({ line: error.line, faults: [{ pointer: "", message: error.message }] });
  }
  if (some.length > 0) yield some;
}

/** @param program as it is now: its settings may change while a long file is read */
export const prepare = (
  rooms: Rooms,
  program: StoredProgram,
  some: readonly FileLine[],
  { by }: Doer,
): Promise<Prepared[]> =>
  Promise.all(
    some.map(async (one) => {
      if ("faults" in one) return one;
      const { line, input } = one;
      try {
        const { sent } = accepted(readConversion(inProgram(program, input)));
        return { line, task: await recordingTask(rooms, program, sent, { door: "import", by, input }) };
      } catch (error) {
        return { line, faults: refusalOf(error) };
      }
    }),
  );

/** A line need not name the program that it is imported into. */
function inProgram({ _id }: StoredProgram, input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  const named = (input as { program?: unknown }).program ?? _id;
  if (named === _id) return { ...input, program: _id };
  throw fault("/program", `must be "${_id}", whose conversions are imported here, or left out, not ${shown(named)}`);
}

/** What speaks against one line; an outage or a bug concerns the whole import. */
export function refusalOf(error: unknown): readonly Fault[] {
  if (error instanceof Problem && error.status < 500) return faultsOfProblem(error);
  throw error;
}
