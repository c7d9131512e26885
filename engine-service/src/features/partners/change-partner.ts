import type { PartnerChange } from "@firstmatch/shared-types";
import { withLatest } from "../../domain/timeline.ts";
import { fault, invalid, notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { checkStorable } from "../stored-size.ts";
import { whatDiffers } from "../what-differs.ts";
import { type PartnerProfile, profileOf, profileSentence } from "./partner-profile.ts";
import type { PartnerStanding, StoredPartner } from "./partner-store.ts";

export async function findPartner({ partners }: Rooms, id: string): Promise<StoredPartner> {
  const partner = await partners.find(id);
  if (partner === null) throw notFound(`There is no partner "${id}".`);
  return partner;
}

/** Changes a partner's profile. Its status and revenue shares hold from now on; older events are decided by what held then. */
export async function changePartner(
  rooms: Rooms,
  id: string,
  revision: number,
  change: PartnerChange,
  doer: Doer,
): Promise<StoredPartner> {
  if (Object.keys(change).length === 0)
    throw fault("", "changes nothing; send name, contact, status, revenueShare, programRevenueShares or tags");
  const partner = await findPartner(rooms, id);
  if (partner.revision !== revision) throw stalePartner(partner, revision);
  const before = profileOf(partner);
  // Read from JSON, which holds nothing undefined.
  const after = { ...before, ...change } as PartnerProfile;
  const differs = whatDiffers(before, after);
  if (differs === null) return partner;
  await checkPrograms(rooms, after, before);
  const { name, contact, tags, ...standing } = after;
  const write = async (set: Partial<StoredPartner>) => {
    checkStorable({ ...partner, ...set }, `The partner "${id}" with its history`);
    const stored = await rooms.partners.change(partner, set, {
      ...doneBy(doer),
      thing: { kind: "partner", id, name },
      program: null,
      partners: [id],
      sentence: profileSentence(before, after),
      before: differs.before,
      after: differs.after,
    });
    if (stored === null) throw stalePartner(await findPartner(rooms, id), revision);
    rooms.known.partners.put(stored);
    return stored;
  };
  const profile = { name, contact, tags };
  // No event need wait for a new name.
  if (whatDiffers<PartnerStanding>(before, standing) === null) return write(profile);
  return rooms.moments.change(null, (from) =>
    write({ ...profile, standing: withLatest(partner.standing, { from, value: standing }) }),
  );
}

const stalePartner = ({ _id, revision }: StoredPartner, named: number) =>
  stale(`The partner "${_id}"`, named, revision);

type Shares = Pick<PartnerStanding, "programRevenueShares">;

/** A share for a misspelt program would pay nobody. Those that stood there before may stay. */
export async function checkPrograms({ programs }: Rooms, wanted: Shares, before?: Shares): Promise<void> {
  const named = Object.keys(wanted.programRevenueShares).filter(
    (program) => before === undefined || !Object.hasOwn(before.programRevenueShares, program),
  );
  const found = await Promise.all(named.map((program) => programs.find(program)));
  const missing = named.filter((_, at) => found[at] === null);
  if (missing.length > 0)
    throw invalid(
      missing.map((program) => ({
        pointer: `/programRevenueShares/${program}`,
        message: `there is no program "${program}"`,
      })),
    );
}
