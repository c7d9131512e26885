import type { MemberFilter } from "@firstmatch/shared-types";

/** Stands in `terms` for members without terms of their own. */
export const ON_DEFAULT_TERMS = "default";

const KEYS = ["search", "terms", "active", "tag"] as const;

/** The filter stands in the address, so that a list can be sent to a colleague and found again by going back. */
export function filterInAddress(parameters: URLSearchParams): MemberFilter {
  const given = KEYS.map((key) => [key, parameters.get(key)?.trim()] as const).filter(
    ([key, value]) => value && (key !== "active" || value === "true" || value === "false"),
  );
  return Object.fromEntries(given);
}

export const isFiltered = (filter: MemberFilter): boolean => KEYS.some((key) => filter[key]);
