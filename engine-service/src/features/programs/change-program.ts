import type { ProgramChange } from "@firstmatch/shared-types";
import { withLatest } from "../../domain/timeline.ts";
import { fault, invalid, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { whatDiffers } from "../what-differs.ts";
import { capFaults } from "./cap-faults.ts";
import { fieldsOf, type ProgramFields, programDeed, programSentence } from "./program-deed.ts";
import { type ProgramSettings, printProgram, RECORDING_UNLESS_SET, type StoredProgram } from "./program-store.ts";

export async function findProgram({ programs }: Rooms, id: string): Promise<StoredProgram> {
  const program = await programs.find(id);
  if (program === null) throw notFound(`There is no program "${id}".`);
  return program;
}

/** Changes a program, from now on: older events are decided by what held then. */
export async function changeProgram(
  rooms: Rooms,
  id: string,
  revision: number,
  change: ProgramChange,
  doer: Doer,
): Promise<StoredProgram> {
  const program = await findProgram(rooms, id);
  const before = fieldsOf(printProgram(program));
  if (Object.keys(change).length === 0)
    throw fault("", `changes nothing; send one of ${Object.keys(before).join(", ")}`);
  if (program.revision !== revision) throw stale(`The program "${id}"`, revision, program.revision);
  // Read from JSON, which holds nothing undefined.
  const after = { ...before, ...change } as ProgramFields;
  const differs = whatDiffers(before, after);
  if (differs === null) return program;
  const faults = capFaults(differs.after.caps ?? [], program.currency);
  if (faults.length > 0) throw invalid(faults);
  if (differs.after.defaultTerms !== undefined) await checkDefault(rooms, id, differs.after.defaultTerms);
  const { name, defaultTerms, codePattern, status, access, attribution, ...recording } = after;
  const settings = { status, access, attribution };
  const deed = programDeed(
    id,
    name,
    { ...differs, sentence: programSentence(before, differs.after, program.currency) },
    doer,
  );
  const stored = await rooms.moments.change(id, async (from) => {
    const set = {
      ...{ name, codePattern, recording },
      ...(defaultTerms !== before.defaultTerms && {
        defaultTerms: [...program.defaultTerms, { terms: defaultTerms, from }],
      }),
      ...(whatDiffers<ProgramSettings>(before, settings) && {
        settings: withLatest(program.settings ?? [], { from, value: settings }),
      }),
    };
    const changed = await rooms.programs.change(program, set, deed);
    if (changed === null) throw stale(`The program "${id}"`, revision, (await findProgram(rooms, id)).revision);
    rooms.known.putProgram(changed);
    return changed;
  });
  if (whatDiffers(program.recording ?? RECORDING_UNLESS_SET, recording) !== null) await rooms.settings.tell(stored);
  return stored;
}

/** Partners who were given no other terms are decided by the default, so it must be able to decide. */
async function checkDefault({ terms, versions }: Rooms, program: string, id: string) {
  if ((await terms.find(program, id)) === null)
    throw fault("/defaultTerms", `there are no terms "${id}" in this program`);
  if ((await versions.latest(program, id)) === null)
    throw fault("/defaultTerms", `the terms "${id}" were never published; publish them first`);
}
