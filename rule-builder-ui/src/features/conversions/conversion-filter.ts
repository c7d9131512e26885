import { type CONVERSION_SORTS, CONVERSION_STATES, ConversionFilter, ConversionSort } from "@firstmatch/shared-types";

/** What is chosen above a list of conversions stands in the address, so that it can be sent on and gone back to. */

const KEYS = ["from", "until", "partner", "eventType", "rule", "search"] as const;

export type SortColumn = (typeof CONVERSION_SORTS)[number];

export const NEWEST_FIRST: ConversionSort = "-occurredAt";

/** What cannot be meant, a day that is none, is left out: the service would refuse it. */
export function filterInAddress(parameters: URLSearchParams): ConversionFilter {
  const state = CONVERSION_STATES.find((known) => known === parameters.get("state"));
  const given = KEYS.map((key) => [key, parameters.get(key)?.trim()] as const).filter(
    ([key, value]) => value && ConversionFilter.shape[key].safeParse(value).success,
  );
  return { ...Object.fromEntries(given), ...(state && { state }) };
}

export const sortInAddress = (parameters: URLSearchParams): ConversionSort =>
  ConversionSort.safeParse(parameters.get("sort")).data ?? NEWEST_FIRST;

/** @param fixed what the page is about anyway */
export const isFiltered = (filter: ConversionFilter, fixed: ConversionFilter = {}): boolean =>
  [...KEYS, "state" as const].some((key) => filter[key] && !fixed[key]);

/** A period that ends before it begins holds nothing. */
export const isTurnedRound = ({ from, until }: ConversionFilter): boolean =>
  from !== undefined && until !== undefined && until < from;

export const NO_FILTER = Object.fromEntries([...KEYS, "state"].map((key) => [key, null]));

/** The sorting after its column was pressed: the largest first, then the smallest. */
export const pressed = (by: SortColumn, now: ConversionSort): ConversionSort => (now === `-${by}` ? by : `-${by}`);
