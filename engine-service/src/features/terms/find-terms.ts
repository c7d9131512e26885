import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredTerms } from "./terms-store.ts";

export interface TermsPath {
  program: string;
  terms: string;
}

/**
 * Terms answer only together with their program: see createProgram.
 *
 * @param read what was found of them already
 */
export async function findTerms(
  rooms: Rooms,
  path: TermsPath,
  read?: StoredTerms | null,
): Promise<{ program: StoredProgram; terms: StoredTerms }> {
  const [program, terms] = await Promise.all([
    findProgram(rooms, path.program),
    read === undefined ? rooms.terms.find(path.program, path.terms) : read,
  ]);
  if (terms === null) throw notFound(`There are no terms "${path.terms}" in the program "${path.program}".`);
  return { program, terms };
}
