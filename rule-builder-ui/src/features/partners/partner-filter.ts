import { PARTNER_STATUSES } from "@firstmatch/shared-types";
import type { PartnerFilter } from "../../api/partners.ts";

/** The filter stands in the address, so that a list can be sent to a colleague and found again by going back. */
export function filterInAddress(parameters: URLSearchParams): PartnerFilter {
  const [search, tag, program] = (["search", "tag", "program"] as const).map((key) => parameters.get(key)?.trim());
  const status = PARTNER_STATUSES.find((known) => known === parameters.get("status"));
  return {
    ...(search && { search }),
    ...(status && { status }),
    ...(tag && { tag }),
    ...(program && { program }),
  };
}

/** The address with a part of the filter changed; null or "" takes it away. */
export function withFilter(parameters: URLSearchParams, part: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [key, wanted] of Object.entries(part)) {
    if (wanted) next.set(key, wanted);
    else next.delete(key);
  }
  return next;
}

/** Who joins a program is no member yet: only by search and tag can all that are found be named at once. */
export const namesForJoining = ({ status, program }: PartnerFilter): boolean =>
  status === undefined && program === undefined;

export const isFiltered = (filter: PartnerFilter): boolean => Object.values(filter).some((wanted) => wanted);
