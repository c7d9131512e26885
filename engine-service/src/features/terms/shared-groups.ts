import type { PayoutGroup, Terms, TermsEvent } from "@firstmatch/shared-types";
import { mapInSlices } from "../../in-slices.ts";
import { sameJson } from "../../same-json.ts";
import { storable } from "../../storage/language.ts";
import { SameParts } from "../../storage/same-parts.ts";
import type { Rooms } from "../../wire.ts";
import type { TermsPath } from "./find-terms.ts";

/**
 * The document as it is stored, frozen; on the embedded store it is so already. In slices, as there may be 100,000 groups.
 *
 * @param like a stored one that is in memory, and may have most of the groups
 */
export async function asStored(terms: Terms, like?: Terms): Promise<Terms> {
  return Object.isFrozen(terms) ? terms : storable(await withGroupsOf(like, terms));
}

/** The document of the terms that decides now, where that is in memory. */
export function decidingNow({ known, now }: Rooms, { program, terms }: TermsPath): Terms | undefined {
  const version = known.timeline(program, terms)?.at(now().getTime());
  return version && known.shelf.look(version._id)?.terms;
}

/**
 * The document as it is to be stored, with the very objects of an earlier, stored one for all groups that are the same in
 * both: they stand in memory once, and comparing the two looks at the few that are not.
 */
export async function withGroupsOf(earlier: Terms | undefined, terms: Terms): Promise<Terms> {
  const known = new Map(earlier?.events.map((event) => [event.type, event]));
  const events: TermsEvent[] = [];
  for (const event of terms.events) {
    const { groups } = event;
    events.push(groups ? { ...event, groups: await sharing(known.get(event.type)?.groups ?? [], groups) } : event);
  }
  return { ...terms, events };
}

async function sharing(earlier: readonly PayoutGroup[], groups: readonly PayoutGroup[]): Promise<PayoutGroup[]> {
  const known = new Map(earlier.map((group) => [group.id, group]));
  const parts = new SameParts();
  return mapInSlices(groups, (group) => {
    const same = known.get(group.id);
    if (same !== undefined && sameJson(same, group)) return same;
    return Object.isFrozen(group) ? group : parts.of(storable(group));
  });
}
