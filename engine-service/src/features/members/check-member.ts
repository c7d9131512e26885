import { fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { memberKey } from "./member-store.ts";

/** Codes and links are members' only. */
export async function checkMember(rooms: Rooms, program: string, partner: string): Promise<void> {
  await findProgram(rooms, program);
  const member = await rooms.members.find(memberKey(program, partner));
  if (member?.enrolled.at(-1)?.value !== true)
    throw fault("/partner", `"${partner}" is no member of the program "${program}"; add the partner to it first`);
}
