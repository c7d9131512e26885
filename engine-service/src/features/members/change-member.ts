import type { MemberChange } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import { fault, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { nameOf } from "../partners/name-of.ts";
import { findProgram } from "../programs/change-program.ts";
import { checkStorable } from "../stored-size.ts";
import { type MemberPlan, planCallOff, planChange, planLeave } from "./member-plan.ts";
import { memberKey, type StoredMember } from "./member-store.ts";
import type { Words } from "./member-words.ts";
import { checkTerms, wordsOf } from "./terms-of-members.ts";

/** A member of a program. */
export interface MemberPath {
  program: string;
  partner: string;
}

/** Those who were taken out again are members no more. */
export async function findMember(rooms: Rooms, { program, partner }: MemberPath): Promise<StoredMember> {
  await findProgram(rooms, program);
  const member = await rooms.members.find(memberKey(program, partner));
  if (member === null || !isMemberAt(member, rooms.moments.present()))
    throw notFound(`"${partner}" is no member of the program "${program}".`);
  return member;
}

/** Moves a member to other terms, activates or deactivates it, changes its dates; from now on, a move also from later on. */
export async function changeMember(rooms: Rooms, path: MemberPath, revision: number, change: MemberChange, doer: Doer) {
  if (Object.keys(change).length === 0)
    throw fault("", "changes nothing; send terms, with or without termsFrom, active, from or until");
  if (change.terms !== undefined) {
    await findProgram(rooms, path.program);
    await checkTerms(rooms, path.program, change.terms);
  }
  return carryOut(rooms, path, revision, doer, (member, at, words) => planChange(member, change, at, words));
}

/** Takes a partner out of a program, from now on. It may join again. */
export const leaveProgram = (rooms: Rooms, path: MemberPath, revision: number, doer: Doer) =>
  carryOut(rooms, path, revision, doer, planLeave);

/** Takes back every move that is planned. */
export const callOffMoves = (rooms: Rooms, path: MemberPath, revision: number, doer: Doer) =>
  carryOut(rooms, path, revision, doer, planCallOff);

const carryOut = (
  rooms: Rooms,
  path: MemberPath,
  revision: number,
  doer: Doer,
  planned: (member: StoredMember, at: string, words: Words) => MemberPlan,
): Promise<StoredMember> =>
  rooms.moments.change(path.program, async (at) => {
    const member = await findMember(rooms, path);
    if (member.revision !== revision) throw staleMember(member, revision);
    const plan = planned(member, at, wordsOf(rooms, await findProgram(rooms, path.program)));
    if (plan.result === "refused") throw plan.problem;
    if (plan.result === "unchanged") return member;
    checkStorable({ ...member, ...plan.set }, `The member "${path.partner}" with its history`);
    const stored = await rooms.members.change(member, plan.set, memberDeed(rooms, path, plan, doer));
    if (stored === null) throw staleMember(await findMember(rooms, path), revision);
    rooms.known.members.put(stored);
    return stored;
  });

const staleMember = ({ program, partner, revision }: StoredMember, named: number) =>
  stale(`The member "${partner}" of the program "${program}"`, named, revision);

/** The history's line about a member. */
export function memberDeed(
  rooms: Rooms,
  { program, partner }: MemberPath,
  { sentence, before, after }: Pick<MemberPlan & { result: "done" }, "sentence" | "before" | "after">,
  doer: Doer,
): Deed {
  const name = nameOf(rooms, partner);
  return {
    ...doneBy(doer),
    thing: { kind: "member", id: partner, name },
    program,
    partners: [partner],
    sentence: `${name} ${sentence}`,
    before,
    after,
  };
}
