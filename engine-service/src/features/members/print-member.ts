import type { Member } from "@firstmatch/shared-types";
import { mayCount } from "../../domain/code-holding.ts";
import type { Rooms } from "../../wire.ts";
import { profileOf } from "../partners/partner-profile.ts";
import { holderOf } from "../promo-codes/change-code.ts";
import type { KnownMember } from "./member-book.ts";
import { stateAt } from "./member-state.ts";

/** A member as the API shows it, as it is now. */
export function printMember({ known, moments }: Rooms, member: KnownMember): Member {
  const { program, partner: id, joinedAt, revision } = member;
  const present = moments.present();
  const partner = known.partners.get(id);
  const state = stateAt(member, present);
  const inProgram = known.program(program);
  const deciding = state.terms ?? (inProgram && known.defaultTerms(inProgram, present));
  const { name, status, tags } = partner ? profileOf(partner) : { name: id, status: "active" as const, tags: [] };
  const codes = known.codes.ofMember(program, id);
  const active = codes.filter((code) => mayCount(holderOf(code), present));
  const links = known.links.ofMember(program, id);
  return {
    program,
    partner: { id, name, status, tags },
    ...state,
    codes: { all: codes.length, active: active.length, first: active[0]?.code ?? null },
    links: { all: links.length, active: links.filter((link) => link.active).length },
    personalPayouts: known.personal.ofPartner(program, id).filter(({ terms }) => terms === deciding).length,
    joinedAt,
    revision,
  };
}
