import { foldText, type MemberFilter } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { partnerMatcher } from "../partners/listed-partner.ts";
import type { ListedMember } from "./member-roster.ts";

/** Members of a program by name, from memory. */
export function findMembers({ known, moments }: Rooms, program: string, filter: MemberFilter): ListedMember[] {
  const { searched, bySearch, byTag } = partnerMatcher(filter);
  const withCode = searched === "" ? new Set<string>() : partnersWithCode(known, program, searched);
  const { terms, active } = filter;
  return known.members
    .sorted(program, moments.present())
    .filter(
      (listed) =>
        listed.isMember &&
        (bySearch(listed) || withCode.has(listed.partner._id)) &&
        byTag(listed) &&
        (terms === undefined || (listed.terms ?? "default") === terms) &&
        (active === undefined || String(listed.active) === active),
    );
}

/** @param searched folded */
const partnersWithCode = (known: Rooms["known"], program: string, searched: string): Set<string> =>
  new Set(
    known.codes
      .ofProgram(program)
      .filter(({ code }) => foldText(code).includes(searched))
      .map(({ partner }) => partner),
  );
