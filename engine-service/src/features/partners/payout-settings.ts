import type { PayoutSettings, StoredPersonalPayout, Terms } from "@firstmatch/shared-types";
import { termsAt } from "../../domain/standing.ts";
import type { Rooms } from "../../wire.ts";
import { findMember } from "../members/change-member.ts";
import { printMember } from "../members/print-member.ts";
import { printPersonal } from "../personal-payouts/personal-payout-store.ts";
import { findProgram } from "../programs/change-program.ts";
import { printProgram, type StoredProgram } from "../programs/program-store.ts";
import { emptyTerms } from "../terms/terms-store.ts";

/** What a member is paid now: by the version in force, not by a draft; beside it its personal payouts. */
export async function payoutSettings(rooms: Rooms, programId: string, partner: string): Promise<PayoutSettings> {
  const { known, moments } = rooms;
  const [program, member] = await Promise.all([
    findProgram(rooms, programId),
    findMember(rooms, { program: programId, partner }),
  ]);
  const present = moments.present();
  const id = termsAt(member, present) ?? known.defaultTerms(program, present);
  const { name, currency, timezone, events } = await documentInForce(rooms, program, id);
  const personal = known.personal.ofPartner(program._id, partner).filter(({ terms }) => terms === id);
  const ofType = (eventType: string): StoredPersonalPayout[] =>
    personal.filter((record) => record.eventType === eventType).map(printPersonal);
  return {
    program: printProgram(program),
    member: printMember(rooms, member),
    terms: { id, name, currency, timezone },
    events: events.map(({ type, name, level, default: { payout, setup }, groups = [] }) => ({
      ...{ type, name, level, default: payout },
      ...(setup && { setup }),
      groups: groups.length,
      personal: ofType(type),
    })),
  };
}

/** Terms that were never published pay nothing; only what they are called is in their draft. */
async function documentInForce({ known, moments, terms }: Rooms, program: StoredProgram, id: string): Promise<Terms> {
  const version = known.timeline(program._id, id)?.at(moments.present());
  if (version !== undefined) return (await known.shelf.get(version)).terms;
  const stored = await terms.find(program._id, id);
  return emptyTerms(stored?.draft.terms.name ?? id, program);
}
