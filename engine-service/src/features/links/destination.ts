import { heldAt } from "../../domain/timeline.ts";
import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";

/** Where a link leads now; only an active link of a member who is active in an active program leads anywhere. */
export function destinationOf(rooms: Rooms, id: string): string {
  const link = rooms.known.links.get(id);
  if (link === undefined || !link.active || !works(rooms, link.program, link.partner))
    throw notFound("This link does not exist, or is not active.");
  return link.url;
}

function works({ known, now }: Rooms, program: string, partner: string): boolean {
  const moment = now().getTime();
  const settings = heldAt(known.program(program)?.settings ?? [], moment);
  const member = known.members.get(program, partner);
  const standing = heldAt(known.partners.get(partner)?.standing ?? [], moment);
  return (
    (settings?.status ?? "active") === "active" &&
    standing?.status === "active" &&
    member !== undefined &&
    heldAt(member.enrolled, moment) === true &&
    heldAt(member.active, moment) === true
  );
}
