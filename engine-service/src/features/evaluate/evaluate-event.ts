import type { ConversionEvent, Decision } from "@firstmatch/shared-types";
import { type Decided, decide } from "../../domain/decide.ts";
import { invalid, notFound, Problem, unavailable } from "../../http/problem.ts";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredVersionSummary } from "../versions/version-store.ts";
import { standingInProgram } from "./standing-in-program.ts";

/** Decides an event by the terms and the version that held when it occurred. Reads memory, writes nothing. */
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
  const { terms, ...standing } = standingInProgram(known, program, event, moment);
  const { version, personalMoment } = versionAt(rooms, id, terms, moment);
  const compiled = await held(rooms, version);
  const decided = decide({
    terms: compiled,
    personal: known.personal.at(id, terms, personalMoment, compiled.terms),
    termsRef: { id: terms, version: version.version },
    program: id,
    standing,
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

function versionAt({ known }: Rooms, program: string, terms: string, moment: number) {
  const version = known.timeline(program, terms)?.at(moment);
  const personalMoment = known.personalMoment(program, terms, moment);
  if (version === undefined || personalMoment === undefined) {
    throw new Problem(
      "never-published",
      `The terms "${terms}" of the program "${program}" were never published, so nothing can be decided by them; publish them first.`,
    );
  }
  return { version, personalMoment };
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
