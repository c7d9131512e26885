import { isMemberAt, obstacles } from "../../domain/standing.ts";
import { heldAt } from "../../domain/timeline.ts";
import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { UNLESS_SET } from "../programs/program-store.ts";
import type { KnownLink } from "./link-book.ts";

/** A link that leads somewhere now: an active one, of a member who may be paid now. */
export function leadingLink(rooms: Rooms, id: string): KnownLink {
  const link = rooms.known.links.get(id);
  if (link === undefined || !link.active || !works(rooms, link.program, link.partner))
    throw notFound("This link does not exist, or is not active.");
  return link;
}

function works({ known, now }: Rooms, id: string, partnerId: string): boolean {
  const moment = now().getTime();
  const program = heldAt(known.program(id)?.settings ?? [], moment) ?? UNLESS_SET;
  const partner = heldAt(known.partners.get(partnerId)?.standing ?? [], moment);
  const member = known.members.get(id, partnerId);
  return isMemberAt(member, moment) && obstacles({ program, partnerId, partner, member }, moment).length === 0;
}
