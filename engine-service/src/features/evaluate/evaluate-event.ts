import type { ConversionEvent, Decision } from "@firstmatch/shared-types";
import { type Decided, decide } from "../../domain/decide.ts";
import { invalid, notFound, Problem, unavailable } from "../../http/problem.ts";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredVersionSummary } from "../versions/version-store.ts";
import { defaultTermsAt } from "./default-terms.ts";

/** Decides an event by the version that was in force when it occurred. Reads memory, writes nothing. */
export async function evaluateEvent(rooms: Rooms, event: ConversionEvent): Promise<Decision> {
  const { known, moments } = rooms;
  if (known.readiness === "starting") throw unavailable("The published versions are not read yet; try again shortly.");
  const occurredAt = event.occurredAt ?? rooms.now().toISOString();
  const moment = Date.parse(occurredAt);
  const id = event.program as string;
  // While the store is away, a change that is being stored may never settle.
  const changes = known.readiness === "ready" ? moments.settled(id, moment) : undefined;
  if (changes !== undefined) await changes;

  const program = known.program(id);
  if (program === undefined) throw notFound(`There is no program "${id}".`);
  moments.answering(moment);
  const { version, personalFrom } = versionAt(rooms, program, moment);
  const compiled = await held(rooms, version);
  const decided = decide({
    terms: compiled,
    personal: known.personal.at(id, version.terms, Math.max(moment, personalFrom), compiled.terms),
    termsRef: { id: version.terms, version: version.version },
    program: id,
    partner: null,
    event: { ...event, occurredAt },
    explain: event.explain ?? false,
  });
  return decisionOf(decided);
}

export function decisionOf(decided: Decided): Decision {
  if (decided.ok) return decided.decision;
  const { fault, kind } = decided;
  if (kind === "other-currency") throw invalid([fault]);
  throw notFound(`${fault.message[0]?.toUpperCase()}${fault.message.slice(1)}`, [fault]);
}

function versionAt({ known }: Rooms, program: StoredProgram, moment: number) {
  const firstOf = (terms: string) => known.timeline(program._id, terms)?.first;
  const terms = defaultTermsAt(program.defaultTerms, moment, (id) => {
    const first = firstOf(id);
    return first && Date.parse(first.publishedAt);
  });
  const version = known.timeline(program._id, terms)?.at(moment);
  const first = firstOf(terms);
  if (version === undefined || first === undefined) {
    throw new Problem(
      "never-published",
      `The terms "${terms}" of the program "${program._id}" were never published, so nothing can be decided by them; publish them first.`,
    );
  }
  // Like the first version, the personal payouts that stood beside it also cover all time before.
  return { version, personalFrom: Date.parse(first.publishedAt) };
}

/** Never an answer by another version: where this one is neither in memory nor to be had, there is none. */
async function held({ known }: Rooms, version: StoredVersionSummary) {
  try {
    return await known.shelf.get(version);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw unavailable(
      `Version ${version.version} of the terms "${version.terms}" is not in memory, and the store cannot be reached at the moment.`,
    );
  }
}
