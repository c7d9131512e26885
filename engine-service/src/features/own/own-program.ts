import type { OwnProgram, PersonalPayout, Terms } from "@firstmatch/shared-types";
import { shareOf, termsAt } from "../../domain/standing.ts";
import { heldAt } from "../../domain/timeline.ts";
import type { Rooms } from "../../wire.ts";
import type { KnownMember } from "../members/member-book.ts";
import { stateAt } from "../members/member-state.ts";
import { newest } from "../personal-payouts/personal-payout-store.ts";
import { type StoredProgram, UNLESS_SET } from "../programs/program-store.ts";
import { namesOfOthers } from "./names-of-others.ts";
import { ownRules } from "./own-rules.ts";

/** What a partner sees of one program that it is a member of. @param moment in milliseconds */
export async function ownProgram(
  rooms: Rooms,
  program: StoredProgram,
  member: KnownMember,
  moment: number,
): Promise<OwnProgram> {
  const { known } = rooms;
  const { _id: id, name, currency, timezone } = program;
  const { active, from, until } = stateAt(member, moment);
  const termsId = termsAt(member, moment) ?? known.defaultTerms(program, moment);
  const version = known.timeline(id, termsId)?.at(moment);
  const terms = version === undefined ? null : (await known.shelf.get(version)).terms;
  const { status } = heldAt(program.settings ?? [], moment) ?? UNLESS_SET;
  return {
    program: { id, name, currency, timezone, status },
    ...{ active, from, until },
    terms: terms?.name ?? null,
    events: terms === null ? [] : ownEvents(rooms, id, member.partner, { id: termsId, terms }, moment),
    codes: ownCodes(rooms, id, member.partner, moment),
    links: known.links
      .ofMember(id, member.partner)
      .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
      .map((link) => ({ name: link.name, address: `/r/${link._id}`, url: link.url, active: link.active })),
  };
}

function ownEvents(
  { known }: Rooms,
  program: string,
  partner: string,
  { id, terms }: { id: string; terms: Terms },
  moment: number,
): OwnProgram["events"] {
  const reader = {
    ...{ terms, partner },
    share: shareOf(heldAt(known.partners.get(partner)?.standing ?? [], moment), program),
    isOthers: namesOfOthers(known, program, partner),
  };
  const personal = known.personal.ofPartner(program, partner).filter((record) => record.terms === id);
  const personalFor = (type: string) =>
    // The book gives those only that are there.
    personal.filter(({ eventType }) => eventType === type).map((record) => newest(record).payout as PersonalPayout);
  return terms.events
    .map((event) => ({
      ...{ type: event.type, name: event.name },
      rules: ownRules(event, personalFor(event.type), reader),
    }))
    .filter(({ rules }) => rules.length > 0);
}

function ownCodes({ known }: Rooms, program: string, partner: string, moment: number): OwnProgram["codes"] {
  return known.codes
    .ofMember(program, partner)
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1))
    .flatMap(({ code, holding }) => {
      const held = heldAt(holding, moment);
      return held?.partner === partner ? [{ code, active: held.active, from: held.from, until: held.until }] : [];
    });
}
