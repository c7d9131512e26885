import type { ConversionEvent } from "@firstmatch/shared-types";
import { type Attribution, attribute, type OwnAttribution, type SentCode } from "../../domain/attribution.ts";
import { isMemberAt, obstacles, type Standing, shareOf, termsAt } from "../../domain/standing.ts";
import { heldAt } from "../../domain/timeline.ts";
import { type StoredProgram, UNLESS_SET } from "../programs/program-store.ts";
import type { LastKnown } from "./last-known.ts";

/** The standing of whoever an event belongs to, and the terms that decide. */
export interface StandingInProgram extends Standing {
  terms: string;
}

/** Whose an event of that moment is, by what it carries itself; from memory alone. */
export function attributionInProgram(
  known: LastKnown,
  program: StoredProgram,
  event: ConversionEvent,
  moment: number,
): OwnAttribution {
  // A tracker that knows no partner sends an empty one.
  const named = event.partnerId || null;
  if (!event.promoCode) return { partnerId: named, partnerFrom: named === null ? null : "event", notes: [] };
  const id = program._id;
  const { attribution } = settingsAt(program, moment);
  const defaultTerms = known.defaultTerms(program, moment);
  const termsOf = (partner: string) => termsAt(known.members.get(id, partner), moment) ?? defaultTerms;
  const sent = sentCode(known, id, event.eventType, event.promoCode, moment, termsOf);
  return attribute(named, sent, attribution, moment);
}

const settingsAt = ({ settings = [] }: StoredProgram, moment: number) => heldAt(settings, moment) ?? UNLESS_SET;

/** By which terms an event of that moment is decided for whom it belongs to, and whether it may be paid; from memory alone. */
export function standingInProgram(
  known: LastKnown,
  program: StoredProgram,
  { partnerId, partnerFrom, notes }: Attribution,
  moment: number,
): StandingInProgram {
  const id = program._id;
  const settings = settingsAt(program, moment);
  const defaultTerms = known.defaultTerms(program, moment);
  const member = partnerId === null ? undefined : known.members.get(id, partnerId);
  const partner = partnerId === null ? undefined : heldAt(known.partners.get(partnerId)?.standing ?? [], moment);
  const found = obstacles({ program: settings, partnerId, partner, member }, moment);
  return {
    partnerId,
    partnerFrom,
    revenueShare: shareOf(partner, id),
    refused: found[0]?.reason ?? null,
    notes: found.length === 0 ? notes : [...notes, ...found.map(({ note }) => note)],
    terms: termsAt(member, moment) ?? defaultTerms,
  };
}

/** A personal payout's code counts only by the terms that its partner had. */
function sentCode(
  known: LastKnown,
  program: string,
  eventType: string,
  code: string,
  moment: number,
  termsOf: (partner: string) => string,
): SentCode {
  const holding = heldAt(known.codes.get(program, code)?.holding ?? [], moment);
  const coupons = known.personal.couponsAt(program, eventType, code, (terms) =>
    known.personalMoment(program, terms, moment),
  );
  return {
    code,
    coupons: coupons.filter(({ partner, terms }) => termsOf(partner) === terms).map(({ partner }) => partner),
    couponsElsewhere: coupons.filter(({ partner, terms }) => termsOf(partner) !== terms),
    holding,
    isMembers: holding !== undefined && isMemberAt(known.members.get(program, holding.partner), moment),
  };
}
