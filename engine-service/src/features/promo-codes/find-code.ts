import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { codeKey, type StoredPromoCode } from "./promo-code-store.ts";

export async function findCode(rooms: Rooms, program: string, code: string): Promise<StoredPromoCode> {
  await findProgram(rooms, program);
  const found = await rooms.codes.find(codeKey(program, code));
  if (found === null) throw notFound(`There is no promo code "${code}" in the program "${program}".`);
  return found;
}
