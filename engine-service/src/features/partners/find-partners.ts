import { foldText, PARTNER_STATUSES } from "@firstmatch/shared-types";
import { z } from "zod";
import { isMemberAt } from "../../domain/standing.ts";
import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { profileOf } from "./partner-profile.ts";
import type { Listed } from "./roster.ts";

/** Finds partners; everything given must hold. */
export const PartnerFilter = z.strictObject({
  search: z.string().max(200).describe("Part of the name, the id or the e-mail address, in any case").optional(),
  status: z.enum(PARTNER_STATUSES).optional(),
  tag: z.string().optional(),
  program: z.string().describe("Members of this program only").optional(),
  notInProgram: z.string().describe("Those who are no members of this program").optional(),
});
export type PartnerFilter = z.infer<typeof PartnerFilter>;

/** Partners by name, from memory, one by one as they are asked for. @param after the key of the last one seen */
export function* findPartners(rooms: Rooms, filter: PartnerFilter, after = ""): Generator<Listed> {
  const searched = foldText(filter.search?.trim() ?? "");
  const tag = filter.tag === undefined ? undefined : foldText(filter.tag);
  const inside = membersOf(rooms, filter, "program");
  const outside = membersOf(rooms, filter, "notInProgram");
  for (const listed of rooms.known.partners.sorted()) {
    const { partner, key, text } = listed;
    if (
      key > after &&
      text.includes(searched) &&
      (filter.status === undefined || profileOf(partner).status === filter.status) &&
      (tag === undefined || hasTag(partner.tags, tag)) &&
      inside?.has(partner._id) !== false &&
      outside?.has(partner._id) !== true
    )
      yield listed;
  }
}

/** @param tag folded */
export const hasTag = (tags: readonly string[], tag: string): boolean => tags.some((each) => foldText(each) === tag);

function membersOf(rooms: Rooms, filter: PartnerFilter, field: "program" | "notInProgram") {
  const program = filter[field];
  if (program === undefined) return undefined;
  if (rooms.known.program(program) === undefined) throw fault(`/${field}`, `there is no program "${program}"`);
  const present = rooms.moments.present();
  const members = rooms.known.members.ofProgram(program).filter((member) => isMemberAt(member, present));
  return new Set(members.map(({ partner }) => partner));
}
