import { didYouMean, type Fault, type Parsed, type PayoutGroup, type Reorder, shown } from "@firstmatch/shared-types";

/** The groups in their new ranking; refused unless every group is in it exactly once. */
export function reorderGroups(groups: readonly PayoutGroup[], wanted: Reorder): Parsed<PayoutGroup[]> {
  const faults = "ids" in wanted ? faultsOfRanking(groups, wanted.ids) : faultsOfMove(groups, wanted);
  if (faults.length > 0) return { ok: false, faults };
  const byId = new Map(groups.map((group) => [group.id, group]));
  const ids = "ids" in wanted ? wanted.ids : moved(groups, wanted);
  return { ok: true, value: ids.map((id) => byId.get(id) as PayoutGroup) };
}

const moved = (groups: readonly PayoutGroup[], { id, rank }: { id: string; rank: number }) =>
  groups
    .map((group) => group.id)
    .filter((other) => other !== id)
    .toSpliced(rank - 1, 0, id);

const unknown = (groups: readonly PayoutGroup[], id: string) =>
  `there is no group ${shown(id)} in this event type.${didYouMean(
    id,
    groups.map((group) => group.id),
  )}`;

function faultsOfMove(groups: readonly PayoutGroup[], { id, rank }: { id: string; rank: number }): Fault[] {
  if (!groups.some((group) => group.id === id)) return [{ pointer: "/id", message: unknown(groups, id) }];
  if (rank > groups.length)
    return [{ pointer: "/rank", message: `must be 1 to ${groups.length}, the number of groups, not ${rank}` }];
  return [];
}

function faultsOfRanking(groups: readonly PayoutGroup[], ids: readonly string[]): Fault[] {
  const known = new Set(groups.map((group) => group.id));
  const seen = new Set<string>();
  const faults = ids.flatMap((id, at): Fault[] => {
    const pointer = `/ids/${at}`;
    if (seen.has(id)) return [{ pointer, message: `the group ${shown(id)} is named twice` }];
    seen.add(id);
    return known.has(id) ? [] : [{ pointer, message: unknown(groups, id) }];
  });
  const left = [...known].filter((id) => !seen.has(id));
  if (left.length > 0)
    faults.push({
      pointer: "/ids",
      message: `must name every group once; ${shown(left)} ${left.length === 1 ? "is" : "are"} missing`,
    });
  return faults;
}
