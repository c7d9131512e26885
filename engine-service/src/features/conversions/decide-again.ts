import { type Decided, decide } from "../../domain/decide.ts";
import { shareOf } from "../../domain/standing.ts";
import { heldAt } from "../../domain/timeline.ts";
import type { Rooms } from "../../wire.ts";
import { findVersion } from "../versions/find-version.ts";
import type { StoredConversion } from "./conversion-store.ts";

/**
 * Decides a recorded conversion again as it was: by its version, its event with the facts of its click, for its partner.
 * Caps and clicks that were used up by others are no part of it.
 */
export async function decideAgain(rooms: Rooms, conversion: Omit<StoredConversion, "seq">): Promise<Decided> {
  const { known } = rooms;
  const { program, terms, event, decision, partner } = conversion;
  const moment = Date.parse(event.occurredAt);
  const version =
    known.timeline(program, terms)?.numbered(conversion.version) ??
    (await findVersion(rooms, { program, terms }, conversion.version));
  const compiled = await known.shelf.get(version);
  const profile = partner === null ? undefined : heldAt(known.partners.get(partner)?.standing ?? [], moment);
  const isRefused = decision.reason === "not-active" || decision.reason === "not-a-member";
  return decide({
    terms: compiled,
    personal: known.personal.at(program, terms, known.personalMoment(program, terms, moment) ?? moment, compiled.terms),
    termsRef: decision.terms,
    program,
    standing: {
      ...{ partnerId: partner, partnerFrom: decision.partnerFrom, revenueShare: shareOf(profile, program) },
      refused: isRefused ? decision.reason : null,
      notes: decision.notes ?? [],
    },
    event,
    explain: true,
  });
}
