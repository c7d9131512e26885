import type { TermsSummary, VersionSummary } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { currentDefault, type StoredProgram } from "../programs/program-store.ts";
import { printSummary } from "../versions/version-store.ts";
import type { StoredTerms } from "./terms-store.ts";

export async function summaryOf(
  { versions }: Rooms,
  program: StoredProgram,
  stored: StoredTerms,
): Promise<TermsSummary> {
  const latest = await versions.latest(program._id, stored.id);
  return printTerms(program, stored, latest && printSummary(latest));
}

const printTerms = (program: StoredProgram, stored: StoredTerms, latest: VersionSummary | null): TermsSummary => ({
  program: program._id,
  id: stored.id,
  name: stored.draft.terms.name,
  isDefault: currentDefault(program) === stored.id,
  eventTypes: stored.draft.terms.events.map(({ type, name, level, groups }) => ({
    type,
    name,
    level,
    groups: groups?.length ?? 0,
  })),
  draftRevision: stored.draft.revision,
  editedAt: stored.draft.editedAt,
  latest,
});
