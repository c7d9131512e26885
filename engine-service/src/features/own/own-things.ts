import type { Own } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import { notFound, unavailable } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { profileOf } from "../partners/partner-profile.ts";
import { ownProgram } from "./own-program.ts";

/** Everything that is one partner's own, and nothing of anybody else. */
export async function ownThings(rooms: Rooms, id: string): Promise<Own> {
  const { known } = rooms;
  if (known.readiness === "starting") throw unavailable("The partners are not read yet; try again shortly.");
  const partner = known.partners.get(id);
  if (partner === undefined) throw notFound(`There is no partner "${id}" any more.`);
  const moment = rooms.moments.present();
  const programs = known.members.ofPartner(id).flatMap((member) => {
    const program = isMemberAt(member, moment) ? known.program(member.program) : undefined;
    return program === undefined ? [] : [{ program, member }];
  });
  const { name, status, revenueShare } = profileOf(partner);
  return {
    partner: { id, name, status, revenueShare },
    programs: await Promise.all(
      programs
        .sort((one, other) => one.program.name.localeCompare(other.program.name, "en"))
        .map(({ program, member }) => ownProgram(rooms, program, member, moment)),
    ),
  };
}
