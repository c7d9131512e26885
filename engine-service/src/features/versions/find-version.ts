import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { TermsPath } from "../terms/find-terms.ts";

/** A published version; also of terms that were removed, since it still decides old events. */
export async function findVersion({ versions }: Rooms, { program, terms }: TermsPath, version: number) {
  const found = await versions.find(program, terms, version);
  if (found === null)
    throw notFound(`There is no version ${version} of the terms "${terms}" in the program "${program}".`);
  return found;
}
