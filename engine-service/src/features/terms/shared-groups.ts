import type { PayoutGroup, Terms, TermsEvent } from "@firstmatch/shared-types";
import { mapInSlices } from "../../in-slices.ts";
import { storable } from "../../storage/language.ts";

/**
 * The document as it is stored, with the very objects of an earlier one for all groups that are the same in both: they
 * stand in memory once, and comparing the two looks at the few that are not.
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
  return mapInSlices(groups, (group) => {
    const same = known.get(group.id);
    const isSame = same === group || (same !== undefined && JSON.stringify(same) === JSON.stringify(group));
    return isSame ? same : storable(group);
  });
}
