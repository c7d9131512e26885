import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";
import { programOf, type Recording } from "../conversions/record-conversion.ts";
import type { Doer } from "../doer.ts";
import { type Outcome, TASKS_PER_BATCH, type Task } from "../journal/program-journal.ts";
import type { FileLine } from "./file-line.ts";
import { importDeed } from "./import-deed.ts";
import { countNew, type LineOutcome, NOTHING_YET, type Tally, withOutcomes } from "./import-report.ts";
import { inParts, type Prepared, prepare, refusalOf } from "./prepared-lines.ts";

export interface ConversionFile {
  program: string;
  /** As whoever sends it calls it. */
  name: string | null;
  lines: AsyncIterable<FileLine>;
}

/** Told after every part of the file, what it came to so far; stops the import by throwing. */
export type Watch = (sofar: Tally) => void;

/** As many as make one batch of the journal, together with the history's line. */
const AT_ONCE = TASKS_PER_BATCH - 1;

/** Records the good lines of a file in their order, as POST /conversions does; faulty ones are told and left out. */
export async function importConversions(rooms: Rooms, file: ConversionFile, doer: Doer, watch: Watch): Promise<Tally> {
  const record = rooms.lines.growing();
  let tally = NOTHING_YET;
  for await (const some of inParts(file.lines, AT_ONCE)) {
    const program = programOf(rooms, file);
    const prepared = await prepare(rooms, program, some, doer);
    const outcomes: LineOutcome[] = [];
    const before = tally;
    const tasks: Task<unknown>[] = prepared.flatMap((one, at) => {
      if ("task" in one) return [told(one, (outcome) => (outcomes[at] = outcome))];
      outcomes[at] = one;
      return [];
    });
    tasks.push({
      run: async (set) => {
        const after = withOutcomes(before, outcomes);
        if (countNew(after) > 0) record(set, importDeed(program, file.name, after, doer));
      },
    });
    // All are entered in this turn of the event loop, so they are done in their order.
    const done = await Promise.allSettled(tasks.map((task) => rooms.journal.enter(program._id, task)));
    for (const one of done) if (one.status === "rejected") refusalOf(one.reason);
    tally = withOutcomes(before, outcomes);
    watch(tally);
  }
  return tally;
}

/** The task, which tells what became of its line whenever it runs. */
const told = ({ line, task }: Extract<Prepared, { task: unknown }>, tell: (outcome: LineOutcome) => void) => ({
  ...task,
  run: async (set: Parameters<typeof task.run>[0]) => {
    try {
      tell({ line, recording: await task.run(set) });
    } catch (error) {
      tell({ line, faults: refusalOf(error) });
      throw error;
    }
  },
});

/** What importing the file now would come to, each line after those before it; stores nothing. */
export async function rehearseImport(rooms: Rooms, file: ConversionFile, doer: Doer, watch: Watch): Promise<Tally> {
  let tally = NOTHING_YET;
  let last: Outcome<Recording> | undefined;

  async function* tasks(): AsyncGenerator<Task<Recording>> {
    for await (const some of inParts(file.lines, AT_ONCE)) {
      const prepared = await prepare(rooms, programOf(rooms, file), some, doer);
      let wants = prepared.flatMap((one) => ("task" in one ? (one.task.wants ?? []) : []));
      const outcomes: LineOutcome[] = [];
      for (const one of prepared) {
        if ("faults" in one) {
          outcomes.push(one);
          continue;
        }
        // The first one's reading ahead is for all of them.
        yield { ...thinned(rooms, one.task), wants };
        wants = [];
        const { line } = one;
        const outcome = last as Outcome<Recording>;
        outcomes.push(outcome.ok ? { line, recording: outcome.result } : { line, faults: refusalOf(outcome.error) });
      }
      tally = withOutcomes(tally, outcomes);
      watch(tally);
    }
  }

  await rooms.journal.rehearse(programOf(rooms, file)._id, tasks(), (outcome) => {
    last = outcome;
  });
  return tally;
}

/** Of what was only rehearsed, what tells a repetition is kept: whole conversions of a long file would fill the memory. */
const thinned = ({ conversions }: Rooms, task: Task<Recording>): Task<Recording> => ({
  ...task,
  run: async (set) => {
    const recording = await task.run(set);
    const { _id, fingerprint } = recording.conversion;
    if (!recording.repeated) set.put(conversions.conversions, { _id, fingerprint } as StoredConversion);
    return recording;
  },
});
