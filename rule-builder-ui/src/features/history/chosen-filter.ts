import { type HistoryFilter, THINGS, type ThingKind } from "@firstmatch/shared-types";
import { toInstant } from "../../components/local-time.ts";

/** What is chosen above a list of changes, as it stands in the address; `from` and `to` are days, both included. */
export interface Chosen {
  thing?: ThingKind;
  by?: string;
  program?: string;
  from?: string;
  to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function chosenInAddress(parameters: URLSearchParams): Chosen {
  const [thing, by, program, from, to] = ["thing", "by", "program", "from", "to"].map((key) => parameters.get(key));
  return {
    ...(thing && Object.hasOwn(THINGS, thing) && { thing: thing as ThingKind }),
    ...(by && { by }),
    ...(program && { program }),
    ...(from && DAY.test(from) && { from }),
    ...(to && DAY.test(to) && { to }),
  };
}

export const addressOfChosen = (chosen: Chosen): URLSearchParams => new URLSearchParams(Object.entries(chosen));

/**
 * The filter that the service knows. Bulk edits are one line each, unless the list is about what they may have done.
 *
 * @param timezone whose days are meant
 */
export function filterOf({ from, to, ...chosen }: Chosen, fixed: HistoryFilter, timezone: string): HistoryFilter {
  const filter = { ...chosen, ...fixed };
  const whole = filter.partner === undefined && (filter.thing === undefined || filter.thing === "bulk-edit");
  return {
    ...filter,
    ...(whole && filter.bulkEdit === undefined && { folded: "true" as const }),
    ...(from !== undefined && { from: toInstant(`${from}T00:00`, timezone) }),
    ...(to !== undefined && { until: toInstant(`${dayAfter(to)}T00:00`, timezone) }),
  };
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** A day that ends before another begins holds nothing; the service would refuse it. */
export const isTurnedRound = ({ from, to }: Chosen): boolean => from !== undefined && to !== undefined && to < from;
