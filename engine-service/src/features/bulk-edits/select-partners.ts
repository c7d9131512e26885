import type { Edit, Fault, MemberFilter, Selection } from "@firstmatch/shared-types";
import { invalid } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findMembers } from "../members/find-members.ts";
import { findPartners } from "../partners/find-partners.ts";

/** The partners that an edit is about, each once: as they were named, or by name as the filter finds them. */
export function selectPartners(rooms: Rooms, program: string, selection: Selection, { kind }: Edit): string[] {
  if ("partners" in selection) return [...new Set(selection.partners)];
  const { filter } = selection;
  const found = kind === "join" ? findOutside(rooms, program, filter) : findMembers(rooms, program, filter);
  return Array.from(found, ({ partner }) => partner._id);
}

/** Whoever is to join has neither terms nor a membership yet that could be asked for. */
function findOutside(rooms: Rooms, program: string, { search, tag, ...rest }: MemberFilter) {
  const faults = Object.keys(rest).map(
    (field): Fault => ({
      pointer: `/selection/filter/${field}`,
      message: "is asked of members; who joins is none yet, so search and tag are what to find partners by",
    }),
  );
  if (faults.length > 0) throw invalid(faults);
  return findPartners(rooms, { search, tag, notInProgram: program });
}
