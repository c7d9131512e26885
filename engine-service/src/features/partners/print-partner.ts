import type { Partner } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import type { Rooms } from "../../wire.ts";
import type { KnownPartner } from "./partner-book.ts";
import { profileOf } from "./partner-profile.ts";

/** A partner as the API shows it. */
export function printPartner(rooms: Rooms, partner: KnownPartner): Partner {
  const { _id: id, revision, createdAt } = partner;
  return { id, ...profileOf(partner), programs: programsOf(rooms, id), revision, createdAt };
}

/** Ids of the programs that a partner is a member of, in order. */
export function programsOf({ known, moments }: Rooms, partner: string): string[] {
  const present = moments.present();
  const members = known.members.ofPartner(partner).filter((member) => isMemberAt(member, present));
  return members.map(({ program }) => program).sort();
}
