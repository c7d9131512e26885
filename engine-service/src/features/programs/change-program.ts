import type { ProgramChange } from "@firstmatch/shared-types";
import { fault, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { currentDefault, type StoredProgram } from "./program-store.ts";

export async function findProgram({ programs }: Rooms, id: string): Promise<StoredProgram> {
  const program = await programs.find(id);
  if (program === null) throw notFound(`There is no program "${id}".`);
  return program;
}

/** Renames a program, or makes other terms its default from now on. */
export async function changeProgram(rooms: Rooms, id: string, revision: number, { name, defaultTerms }: ProgramChange) {
  const program = await findProgram(rooms, id);
  if (program.revision !== revision) throw stale(`The program "${id}"`, revision, program.revision);
  const newDefault = defaultTerms === currentDefault(program) ? undefined : defaultTerms;
  if (newDefault !== undefined) await checkDefault(rooms, id, newDefault);
  return rooms.moments.change(id, async (from) => {
    const changed = await rooms.programs.change(id, revision, {
      ...(name !== undefined && { name }),
      ...(newDefault !== undefined && { defaultTerms: { terms: newDefault, from } }),
    });
    if (changed === null) throw stale(`The program "${id}"`, revision, (await findProgram(rooms, id)).revision);
    rooms.known.putProgram(changed);
    return changed;
  });
}

/** Partners who were given no other terms are decided by the default, so it must be able to decide. */
async function checkDefault({ terms, versions }: Rooms, program: string, id: string) {
  if ((await terms.find(program, id)) === null)
    throw fault("/defaultTerms", `there are no terms "${id}" in this program`);
  if ((await versions.latest(program, id)) === null)
    throw fault("/defaultTerms", `the terms "${id}" were never published; publish them first`);
}
