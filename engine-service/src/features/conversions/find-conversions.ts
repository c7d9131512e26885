import type { ConversionFilter, ConversionSort, ConversionState } from "@firstmatch/shared-types";
import { spanOf } from "../../domain/local-time.ts";
import type { PageRequest } from "../../http/page.ts";
import { fault } from "../../http/problem.ts";
import type { Condition, Filter } from "../../storage/collection.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { StoredConversion } from "./conversion-store.ts";

export interface ConversionQuery extends ConversionFilter {
  sort: ConversionSort;
  /** Of one partner's own list: nothing private. */
  publicOnly?: boolean;
}

/** The fields behind the sorts, amounts as corrections left them. */
const SORTED_BY = { occurredAt: "occurredAt", sale: "net.sale", payout: "net.payout" } as const;

const wayOf = (sort: ConversionSort) =>
  sort.startsWith("-")
    ? ({ by: sort.slice(1) as keyof typeof SORTED_BY, way: -1 } as const)
    : ({ by: sort as keyof typeof SORTED_BY, way: 1 } as const);

/** A page of a program's conversions, and one more: see pageOf. Those of equal value come in the order of their ids. */
export async function findConversions(
  { conversions, now }: Rooms,
  program: StoredProgram,
  query: ConversionQuery,
  { limit, cursor }: PageRequest,
): Promise<StoredConversion[]> {
  const { by, way } = wayOf(query.sort);
  return conversions.conversions.documents.find(conditions(program, query, now().toISOString(), cursor), {
    sort: { [SORTED_BY[by]]: way, _id: way },
    limit: limit + 1,
  });
}

/** Where a conversion stands in a list, as the text of a cursor. */
export function placeIn(sort: ConversionSort, conversion: StoredConversion): string {
  const { occurredAt, net } = conversion;
  return JSON.stringify([sort, { occurredAt, ...net }[wayOf(sort).by], conversion._id]);
}

function readPlace(cursor: string, sort: ConversionSort): { value: string | number; id: string } {
  const kind = wayOf(sort).by === "occurredAt" ? "string" : "number";
  const [made, value, id] = (parseList(cursor) ?? []) as [unknown, string | number, string];
  if (made !== sort || typeof value !== kind || typeof id !== "string")
    throw fault("/cursor", "must be a nextCursor as it was given, of a list sorted alike");
  return { value, id };
}

function parseList(text: string): unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function conditions(program: StoredProgram, query: ConversionQuery, now: string, cursor?: string): Filter {
  const { partner, eventType, state, rule, search, sort, publicOnly } = query;
  const days = daysOf(query, program.timezone);
  const { by, way } = wayOf(sort);
  const [path, beyond] = [SORTED_BY[by], way === 1 ? "$gt" : "$lt"] as const;
  const place = cursor === undefined ? undefined : readPlace(cursor, sort);
  const ranges: Record<string, Condition> = { ...(Object.keys(days).length > 0 && { occurredAt: days }) };
  const also: Filter[] = [];
  if (place !== undefined) {
    // The bound is for the index; behind it, those of the same value are told apart.
    ranges[path] = { ...ranges[path], [`${beyond}e`]: place.value };
    also.push({ $or: [{ [path]: { [beyond]: place.value } }, { _id: { [beyond]: place.id } }] });
  }
  if (rule !== undefined) also.push(wonBy(rule));
  return {
    program: program._id,
    ...(partner !== undefined && { partner }),
    ...(eventType !== undefined && { eventType }),
    ...(publicOnly && { private: false }),
    ...(state !== undefined && inState(state, now)),
    ...ranges,
    ...(search !== undefined && { $or: ["conversion", "order", "click", "customer"].map((id) => ({ [id]: search })) }),
    ...(also.length > 0 && { $and: also }),
  };
}

/** The moments of whole local days. */
function daysOf({ from, until }: ConversionFilter, timezone: string): Condition {
  if (from !== undefined && until !== undefined && from > until)
    throw fault("/until", `must not be before from, ${from}; ${until} is`);
  const start = from === undefined ? undefined : spanOf(from, timezone)?.from;
  const end = until === undefined ? undefined : spanOf(until, timezone)?.to;
  return {
    ...(start !== undefined && { $gte: new Date(start).toISOString() }),
    ...(end !== undefined && { $lt: new Date(end).toISOString() }),
  };
}

function inState(state: ConversionState, now: string): Filter {
  switch (state) {
    case "pending":
      return { status: "payable", payoutRun: null, payableFrom: { $gt: now } };
    case "payable":
      return { status: "payable", payoutRun: null, payableFrom: { $lte: now } };
    case "paid":
      return { status: "payable", payoutRun: { $ne: null } };
    default:
      return { status: state };
  }
}

/** Of several lines, one is enough. */
const wonBy = (rule: string): Filter => {
  const [field, value] = rule === "default" ? ["kind", "default"] : ["id", rule];
  return { $or: [{ [`decision.match.${field}`]: value }, { [`decision.lines.match.${field}`]: value }] };
};
