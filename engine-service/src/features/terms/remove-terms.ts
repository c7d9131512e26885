import { isMemberAt } from "../../domain/standing.ts";
import { conflict, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { stateAt } from "../members/member-state.ts";
import { findProgram } from "../programs/change-program.ts";
import { currentDefault } from "../programs/program-store.ts";
import { findTerms, type TermsPath } from "./find-terms.ts";
import { termsDeed } from "./terms-deed.ts";
import type { StoredTerms } from "./terms-store.ts";

/** Takes terms out of the program; their versions stay, and go on deciding the events of the time when they held. */
export async function removeTerms(rooms: Rooms, path: TermsPath, revision: number, doer: Doer): Promise<void> {
  const { program, terms } = await findTerms(rooms, path);
  const refused = conflict(`"${path.terms}" are the default terms of the program; make others the default first.`);
  if (currentDefault(program) === path.terms) throw refused;
  checkNobodyOn(rooms, path);
  const moved = () => stale(`The draft of "${path.terms}"`, revision, terms.draft.revision);
  if (terms.draft.revision !== revision) throw moved();
  const { name } = terms.draft.terms;
  const told = { name, sentence: `${name}: terms removed`, before: { name }, after: null };
  const removed = await rooms.terms.remove(terms, termsDeed(path, told, doer));
  if (removed === null) throw moved();
  await keepFromDefault(rooms, path, removed, refused, doer);
}

/** Who is to have them later counts as well. One who moves to them at this very moment goes on being decided by their versions. */
function checkNobodyOn({ known, moments }: Rooms, { program, terms }: TermsPath): void {
  const present = moments.present();
  const count = known.members.ofProgram(program).filter((member) => {
    const state = stateAt(member, present);
    return isMemberAt(member, present) && [state, ...state.plannedMoves].some((each) => each.terms === terms);
  }).length;
  if (count === 0) return;
  const who = count === 1 ? "1 member has" : `${count} members have`;
  throw conflict(`${who} the terms "${terms}", or will have them by a planned move; move them to others first.`);
}

/** Whoever makes these terms the default at this very moment either sees them gone, or meets a program that moved on. */
async function keepFromDefault(rooms: Rooms, path: TermsPath, removed: StoredTerms, refused: Error, doer: Doer) {
  for (;;) {
    const program = await findProgram(rooms, path.program);
    if (currentDefault(program) === path.terms) {
      const { name } = removed.draft.terms;
      const sentence = `${name}: terms back again, since they have just become the default`;
      await rooms.terms.takeBack(removed, termsDeed(path, { name, sentence, before: null, after: { name } }, doer));
      throw refused;
    }
    const touched = await rooms.programs.touch(program);
    if (touched === null) continue;
    rooms.known.putProgram(touched);
    return;
  }
}
