import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredLink } from "./link-store.ts";

export async function findLink(rooms: Rooms, program: string, id: string): Promise<StoredLink> {
  await findProgram(rooms, program);
  const link = await rooms.links.find(id);
  if (link === null || link.program !== program)
    throw notFound(`There is no link "${id}" in the program "${program}".`);
  return link;
}
