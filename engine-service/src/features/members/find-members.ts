import { foldText, type MemberFilter } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import type { Rooms } from "../../wire.ts";
import { hasTag } from "../partners/find-partners.ts";
import type { Listed } from "../partners/roster.ts";
import type { KnownMember } from "./member-book.ts";
import { stateAt } from "./member-state.ts";

export interface ListedMember extends Listed {
  member: KnownMember;
}

/** Members of a program by name, from memory, one by one as they are asked for. @param after the key of the last one seen */
export function* findMembers(rooms: Rooms, program: string, filter: MemberFilter, after = ""): Generator<ListedMember> {
  const { known, moments } = rooms;
  const present = moments.present();
  const searched = foldText(filter.search?.trim() ?? "");
  const tag = filter.tag === undefined ? undefined : foldText(filter.tag);
  const members = new Map(known.members.ofProgram(program).map((member) => [member.partner, member]));
  const withCode = searched === "" ? new Set<string>() : partnersWithCode(rooms, program, searched);
  for (const listed of known.partners.sorted()) {
    const { partner, key, text } = listed;
    if (key <= after) continue;
    const member = members.get(partner._id);
    if (member === undefined || !isMemberAt(member, present)) continue;
    if (!text.includes(searched) && !withCode.has(partner._id)) continue;
    if (tag !== undefined && !hasTag(partner.tags, tag)) continue;
    const { terms, active } = stateAt(member, present);
    if (filter.terms !== undefined && (terms ?? "default") !== filter.terms) continue;
    if (filter.active !== undefined && String(active) !== filter.active) continue;
    yield { ...listed, member };
  }
}

/** @param searched folded */
const partnersWithCode = ({ known }: Rooms, program: string, searched: string): Set<string> =>
  new Set(
    known.codes
      .ofProgram(program)
      .filter(({ code }) => foldText(code).includes(searched))
      .map(({ partner }) => partner),
  );
