import { conflict, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { currentDefault } from "../programs/program-store.ts";
import { findTerms, type TermsPath } from "./find-terms.ts";

/** Takes terms out of the program; their versions stay, and go on deciding the events of the time when they held. */
export async function removeTerms(rooms: Rooms, path: TermsPath, revision: number): Promise<void> {
  const { program, terms } = await findTerms(rooms, path);
  const refused = conflict(`"${path.terms}" are the default terms of the program; make others the default first.`);
  if (currentDefault(program) === path.terms) throw refused;
  if ((await rooms.terms.remove(path.program, path.terms, revision)) === null)
    throw stale(`The draft of "${path.terms}"`, revision, terms.draft.revision);
  await keepFromDefault(rooms, path, refused);
}

/** Whoever makes these terms the default at this very moment either sees them gone, or meets a program that moved on. */
async function keepFromDefault(rooms: Rooms, { program: id, terms }: TermsPath, refused: Error): Promise<void> {
  for (;;) {
    const program = await findProgram(rooms, id);
    if (currentDefault(program) === terms) {
      await rooms.terms.takeBack(id, terms);
      throw refused;
    }
    const touched = await rooms.programs.change(id, program.revision, {});
    if (touched === null) continue;
    rooms.known.putProgram(touched);
    return;
  }
}
