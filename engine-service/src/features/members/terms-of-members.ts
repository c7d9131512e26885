import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { Words } from "./member-words.ts";

/** Members are decided by their terms, so these must be able to decide. Null: the program's default terms. */
export async function checkTerms({ terms, versions }: Rooms, program: string, id: string | null): Promise<void> {
  if (id === null) return;
  if (!(await terms.has(program, id))) throw fault("/terms", `there are no terms "${id}" in this program`);
  if ((await versions.latest(program, id)) === null)
    throw fault("/terms", `the terms "${id}" were never published; publish them first`);
}

/** The words of a program's history: terms by their name in the version in force, moments in the program's time zone. */
export const wordsOf = (rooms: Rooms, { _id: program, timezone }: StoredProgram): Words => ({
  timezone,
  terms: (id) => (id === null ? "the default terms" : (documentInForce(rooms, program, id)?.name ?? id)),
});

/** Versions in force are in memory, unless they cannot be read. */
function documentInForce({ known, moments }: Rooms, program: string, terms: string) {
  const version = known.timeline(program, terms)?.at(moments.present());
  const held = version !== undefined && known.shelf.has(version._id) ? known.shelf.get(version) : undefined;
  return held instanceof Promise ? undefined : held?.terms;
}
