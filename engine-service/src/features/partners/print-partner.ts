import type { Partner } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { isEnrolled } from "../members/member-state.ts";
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
  const members = known.members.ofPartner(partner).filter((member) => isEnrolled(member, present));
  return members.map(({ program }) => program).sort();
}
