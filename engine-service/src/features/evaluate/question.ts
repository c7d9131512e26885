import type { DatedEvent, PartnerPast } from "@firstmatch/shared-types";
import type { CompiledTerms, PersonalPayouts } from "../../domain/compile-terms.ts";
import type { Question } from "../../domain/decide.ts";
import { unavailable } from "../../http/problem.ts";
import { StoreUnavailable } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredVersionSummary } from "../versions/version-store.ts";
import type { Recorded } from "./recorded.ts";
import type { StandingInProgram } from "./standing-in-program.ts";
import { whenKnown } from "./when-known.ts";

/** An event that is about to be decided. */
export interface Asked {
  rooms: Rooms;
  recorded: Recorded;
  program: StoredProgram;
  event: DatedEvent;
  moment: number;
  answerOnly: boolean;
}

/** What the domain is asked, by the version that held; null where the terms were never published. */
export function questionBy(asked: Asked, standing: StandingInProgram): Question | null | Promise<Question> {
  const { rooms, program, event, moment, answerOnly } = asked;
  const { known } = rooms;
  const id = standing.terms;
  const version = known.timeline(program._id, id)?.at(moment);
  const personalMoment = known.personalMoment(program._id, id, moment);
  if (version === undefined || personalMoment === undefined) return null;
  return whenKnown(held(rooms, version), (terms): Question | Promise<Question> => {
    const personal = known.personal.at(program._id, id, personalMoment, terms.terms);
    return whenKnown(pastOf(asked, terms, personal, standing.partnerId), (past) => ({
      terms,
      personal,
      standing,
      event,
      termsRef: { id, version: version.version },
      program: program._id,
      past,
      explain: event.explain ?? false,
      answerOnly,
    }));
  });
}

/** Looked up only where a rule asks for it. */
function pastOf(
  { recorded, program, event: { eventType }, moment }: Asked,
  { events }: CompiledTerms,
  personal: PersonalPayouts,
  partner: string | null,
): PartnerPast | undefined | Promise<PartnerPast> {
  const rules = events.get(eventType);
  if (partner === null || rules === undefined) return undefined;
  const asks = rules.usesPast || personal.ofPartner(eventType, partner).some(({ usesPast }) => usesPast);
  return asks ? recorded.past(program, partner, moment) : undefined;
}

/** Never an answer by another version: where this one is neither in memory nor to be had, there is none. */
function held({ known }: Rooms, version: StoredVersionSummary): CompiledTerms | Promise<CompiledTerms> {
  const found = known.shelf.get(version);
  if (!(found instanceof Promise)) return found;
  return found.catch((error) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw unavailable(
      `Version ${version.version} of the terms "${version.terms}" is not in memory, and the store cannot be reached at the moment.`,
    );
  });
}
