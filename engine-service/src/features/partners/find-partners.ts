import { PARTNER_STATUSES } from "@firstmatch/shared-types";
import { z } from "zod";
import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findMembers } from "../members/find-members.ts";
import { type ListedPartner, partnerMatcher } from "./listed-partner.ts";
import { without } from "./roster.ts";

/** Finds partners; everything given must hold. */
export const PartnerFilter = z.strictObject({
  search: z.string().max(200).describe("Part of the name, the id or the e-mail address, in any case").optional(),
  status: z.enum(PARTNER_STATUSES).optional(),
  tag: z.string().optional(),
  program: z.string().describe("Members of this program only").optional(),
  notInProgram: z.string().describe("Those who are no members of this program").optional(),
});
export type PartnerFilter = z.infer<typeof PartnerFilter>;

/** Partners by name, from memory. No generator: tens of thousands of steps would take it ten times as long. */
export function findPartners(rooms: Rooms, { program, notInProgram, ...filter }: PartnerFilter): ListedPartner[] {
  const inside = program === undefined ? rooms.known.partners.sorted() : membersOf(rooms, "program", program);
  const some = notInProgram === undefined ? inside : without(inside, membersOf(rooms, "notInProgram", notInProgram));
  const { bySearch, byTag } = partnerMatcher(filter);
  const { status } = filter;
  return some.filter(
    (listed) => bySearch(listed) && byTag(listed) && (status === undefined || listed.status === status),
  );
}

function membersOf(rooms: Rooms, field: string, program: string): readonly ListedPartner[] {
  if (rooms.known.program(program) === undefined) throw fault(`/${field}`, `there is no program "${program}"`);
  return findMembers(rooms, program, {});
}
