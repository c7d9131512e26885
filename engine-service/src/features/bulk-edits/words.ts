import { formatMoment } from "@firstmatch/shared-types";
import type { EditScope } from "./plan.ts";

const NAMED_AT_MOST = 3;

/** `A`, `A and B`, `A, B, C and 4 more`. */
export function namedList(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  const shown = more > 0 ? [...names.slice(0, NAMED_AT_MOST), `${more} more`] : names;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** `A is`, `A and B are`. */
export const are = (names: readonly string[]) => `${namedList(names)} ${names.length === 1 ? "is" : "are"}`;

/** On the clocks of the program; a day that begins there without its time. */
export const momentName = (timezone: string, moment: string) => formatMoment(moment, timezone).replace(/, 00:00$/, "");

/** What is left out stays; null: no limit. */
interface Limits {
  from?: string | null | undefined;
  until?: string | null | undefined;
}

/** `from … until …`, `from the beginning`, `without an end`. */
export function limitsWords({ timezone }: EditScope["words"], { from, until }: Limits): string {
  const begins = from === null ? "from the beginning" : from && `from ${momentName(timezone, from)}`;
  const ends = until === null ? "without an end" : until && `until ${momentName(timezone, until)}`;
  return [begins, ends].filter(Boolean).join(" ");
}
