import { isMemberAt, obstacles } from "../../domain/standing.ts";
import { heldAt } from "../../domain/timeline.ts";
import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { UNLESS_SET } from "../programs/program-store.ts";

/** Where a link leads now; only an active link of a member who may be paid now leads anywhere. */
export function destinationOf(rooms: Rooms, id: string): string {
  const link = rooms.known.links.get(id);
  if (link === undefined || !link.active || !works(rooms, link.program, link.partner))
    throw notFound("This link does not exist, or is not active.");
  return link.url;
}

function works({ known, now }: Rooms, id: string, partnerId: string): boolean {
  const moment = now().getTime();
  const program = heldAt(known.program(id)?.settings ?? [], moment) ?? UNLESS_SET;
  const partner = heldAt(known.partners.get(partnerId)?.standing ?? [], moment);
  const member = known.members.get(id, partnerId);
  return isMemberAt(member, moment) && obstacles({ program, partnerId, partner, member }, moment).length === 0;
}
