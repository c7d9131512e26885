import type { ConversionEvent, DatedEvent, Decision } from "@firstmatch/shared-types";
import type { DecidedLine } from "../../domain/amounts.ts";
import { type Decided, decide } from "../../domain/decide.ts";
import { invalid, notFound, Problem, unavailable } from "../../http/problem.ts";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredVersionSummary } from "../versions/version-store.ts";
import { type Recorded, withClick } from "./recorded.ts";
import { standingInProgram } from "./standing-in-program.ts";

/** Decides an event by the terms and the version that held when it occurred. Writes nothing. */
export async function evaluateEvent(rooms: Rooms, event: ConversionEvent): Promise<Decision> {
  return (await decideEvent(rooms, event, rooms.recorded)).decision;
}

/** A decision, and what it was made from. */
export interface DecidedEvent {
  decision: Decision;
  lines: readonly DecidedLine[];
  program: StoredProgram;
  /** As it was decided: with the facts of its click. */
  event: DatedEvent;
}

/**
 * Decides an event; terms, members and codes come from memory.
 *
 * @param recorded what was recorded before, where the event or the terms ask for it
 */
export async function decideEvent(rooms: Rooms, sent: ConversionEvent, recorded: Recorded): Promise<DecidedEvent> {
  const { known, moments } = rooms;
  if (known.readiness === "starting") throw unavailable("The published versions are not read yet; try again shortly.");
  const occurredAt = sent.occurredAt ?? rooms.now().toISOString();
  const moment = Date.parse(occurredAt);
  const id = sent.program as string;
  // While the store is away, a change that is being stored may never settle.
  const changes = known.readiness === "ready" ? moments.settled(id, moment) : undefined;
  if (changes !== undefined) await changes;

  const program = known.program(id);
  if (program === undefined) throw notFound(`There is no program "${id}".`);
  const event = withClick(sent, sent.clickId ? await recorded.click(sent.clickId) : null);
  moments.answering(moment);
  const { terms, ...standing } = standingInProgram(known, program, event, moment);
  const byClick = !sent.partnerId && event.partnerId !== undefined && standing.partnerFrom === "event";
  const { version, personalMoment } = versionAt(rooms, id, terms, moment);
  const compiled = await held(rooms, version);
  const dated = { ...event, occurredAt };
  const decided = decide({
    terms: compiled,
    personal: known.personal.at(id, terms, personalMoment, compiled.terms),
    termsRef: { id: terms, version: version.version },
    program: id,
    standing: byClick ? { ...standing, partnerFrom: "click" } : standing,
    event: dated,
    explain: event.explain ?? false,
  });
  const decision = decisionOf(decided);
  return { decision, lines: decided.ok ? decided.lines : [], program, event: dated };
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
