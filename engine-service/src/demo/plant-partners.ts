import { DateTime } from "luxon";
import type { Doer } from "../features/doer.ts";
import { createLink } from "../features/links/change-link.ts";
import { changeMember } from "../features/members/change-member.ts";
import { joinProgram } from "../features/members/join-program.ts";
import { createPartner } from "../features/partners/create-partner.ts";
import { issueCode } from "../features/promo-codes/issue-code.ts";
import type { Rooms } from "../wire.ts";
import { ACME } from "./acme-outfitters.ts";
import { DEMO_PARTNERS, type DemoMembership } from "./demo-partners.ts";

/**
 * The demo's partners with their memberships, codes and links.
 *
 * @param present what is planned lies after it, also where the rooms' clock is set back
 */
export async function plantPartners(rooms: Rooms, present: Date, doer: Doer): Promise<void> {
  for (const { memberships, ...partner } of DEMO_PARTNERS) {
    await createPartner(rooms, partner, doer);
    for (const membership of memberships) await plantMember(rooms, partner.id, membership, present, doer);
  }
}

async function plantMember(
  rooms: Rooms,
  partner: string,
  { program, codes = [], links = [], active, goldNextMonth, ...wanted }: DemoMembership,
  present: Date,
  doer: Doer,
): Promise<void> {
  const member = await joinProgram(rooms, program, { partner, ...wanted }, doer);
  for (const code of codes) await issueCode(rooms, program, { partner, ...code }, doer);
  for (const link of links) await createLink(rooms, program, { partner, ...link }, doer);
  const change = {
    ...(active === false && { active }),
    ...(goldNextMonth && { terms: "gold", termsFrom: nextMonth(present) }),
  };
  if (Object.keys(change).length > 0) await changeMember(rooms, { program, partner }, member.revision, change, doer);
}

/** The first of the next month, at midnight where the program is at home. */
const nextMonth = (now: Date): string =>
  DateTime.fromJSDate(now, { zone: ACME.timezone }).plus({ months: 1 }).startOf("month").toJSDate().toISOString();
