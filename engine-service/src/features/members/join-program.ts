import type { NewMember } from "@firstmatch/shared-types";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { findProgram } from "../programs/change-program.ts";
import { printProgram, type StoredProgram } from "../programs/program-store.ts";
import { freeCode, issueCode } from "../promo-codes/issue-code.ts";
import { memberDeed } from "./change-member.ts";
import { planJoin } from "./member-plan.ts";
import { memberKey, type StoredMember } from "./member-store.ts";
import { checkTerms, wordsOf } from "./terms-of-members.ts";

/**
 * A partner joins a program, from now on; whoever was a member before goes on in the same document, so that what held
 * then stays known. The promo code comes after the member, whose it is.
 */
export async function joinProgram(
  rooms: Rooms,
  program: string,
  { partner, code, ...wanted }: NewMember,
  doer: Doer,
): Promise<StoredMember> {
  const joined = await findProgram(rooms, program);
  checkOpen(joined);
  if ((await rooms.partners.find(partner)) === null)
    throw fault("/partner", `there is no partner "${partner}"; add the partner first`);
  await checkTerms(rooms, program, wanted.terms ?? null);
  const pattern = typeof code === "string" ? { pattern: code } : {};
  // Where no code can be made, nobody joins.
  if (code !== undefined) await freeCode(rooms, program, partner, pattern.pattern);
  const member = await rooms.moments.change(program, async (at) => {
    const before = await rooms.members.find(memberKey(program, partner));
    const plan = planJoin(before, wanted, at, wordsOf(rooms, joined));
    if (plan.result === "refused") throw plan.problem;
    if (plan.result === "unchanged") throw new Error("whoever joins was no member, or is refused");
    const path = { program, partner };
    const deed = memberDeed(rooms, path, plan, doer);
    const stored =
      before === null
        ? await rooms.members.insert({ _id: memberKey(program, partner), ...path, ...plan.set }, deed)
        : await rooms.members.change(before, plan.set, deed);
    if (stored === null)
      throw conflict(`"${partner}" was made a member of the program "${program}" at this very moment.`);
    rooms.known.members.put(stored);
    return stored;
  });
  if (code !== undefined) await issueCode(rooms, program, { partner, ...pattern }, doer);
  return member;
}

export function checkOpen(program: StoredProgram): void {
  if (printProgram(program).status === "ended")
    throw conflict(`The program "${program._id}" has ended, so nobody can join it any more.`);
}
