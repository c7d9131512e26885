import {
  foldText,
  LIMITS,
  type Parsed,
  type PayoutGroup,
  parseTerms,
  type Terms,
  TermsEvent,
} from "@firstmatch/shared-types";
import { inSlices } from "../../in-slices.ts";

/** Groups that are checked at once: a quarter of a millisecond. */
const AT_ONCE = 10;

/**
 * Reads a terms document that may have 100,000 groups, and lets others in between. Where anything is wrong the document
 * is read once more in one go: that finds every fault, with its place.
 */
export async function parseLongTerms(input: unknown): Promise<Parsed<Terms>> {
  const groups = groupsIn(input);
  if (groups === undefined) return parseTerms(input);
  const frame = parseTerms(withGroups(input as Terms, () => []));
  const read = frame.ok ? await inSlices(readGroups(input as Terms, groups)) : undefined;
  return frame.ok && read !== undefined
    ? { ok: true, value: withGroups(frame.value, (at) => read[at]) }
    : parseTerms(input);
}

/** The lists of groups by the place of their event type; undefined where the document is no such thing. */
function groupsIn(input: unknown): (unknown[] | undefined)[] | undefined {
  const events = (input as Partial<Terms> | null)?.events;
  if (!Array.isArray(events)) return undefined;
  const lists = events.map((event: Partial<TermsEvent> | null) => event?.groups as unknown);
  const are = lists.every(
    (list) => list === undefined || (Array.isArray(list) && list.length <= LIMITS.groupsPerEvent),
  );
  return are ? (lists as (unknown[] | undefined)[]) : undefined;
}

const withGroups = <G>({ events, ...terms }: Terms, groups: (at: number) => G) =>
  ({
    ...terms,
    events: events.map((event, at) => (event.groups === undefined ? event : { ...event, groups: groups(at) })),
  }) as Terms;

/** Undefined where one of them is wrong. */
function* readGroups(
  { events }: Terms,
  lists: readonly (unknown[] | undefined)[],
): Generator<void, PayoutGroup[][] | undefined> {
  const read: PayoutGroup[][] = [];
  for (const [at, list = []] of lists.entries()) {
    const groups: PayoutGroup[] = [];
    for (let from = 0; from < list.length; from += AT_ONCE) {
      // With their event type, beside which they have to stand.
      const parsed = TermsEvent.safeParse({ ...events[at], personal: [], groups: list.slice(from, from + AT_ONCE) });
      if (!parsed.success) return undefined;
      groups.push(...(parsed.data.groups ?? []));
      yield;
    }
    if (new Set(groups.map(({ id }) => foldText(id))).size < groups.length) return undefined;
    read.push(groups);
  }
  return read;
}
