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
import { sameJson } from "../../same-json.ts";

/** Groups that are checked at once: a quarter of a millisecond. */
const AT_ONCE = 10;

/**
 * Reads a terms document that may have 100,000 groups, and lets others in between. Where anything is wrong the document
 * is read once more in one go: that finds every fault, with its place.
 *
 * @param earlier one that was read before; of its groups, those that stand in the input to the letter need no reading
 */
export async function parseLongTerms(input: unknown, earlier?: Terms): Promise<Parsed<Terms>> {
  const groups = groupsIn(input);
  if (groups === undefined) return parseTerms(input);
  const frame = parseTerms(withGroups(input as Terms, () => []));
  const read = frame.ok ? await inSlices(readGroups(input as Terms, groups, earlier)) : undefined;
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
  earlier: Terms | undefined,
): Generator<void, PayoutGroup[][] | undefined> {
  const read: PayoutGroup[][] = [];
  for (const [at, list = []] of lists.entries()) {
    const event = events[at] as TermsEvent;
    const known = knownBeside(event, earlier);
    const groups: PayoutGroup[] = [];
    const ids = new Set<string>();
    for (let from = 0; from < list.length; from += AT_ONCE) {
      const some = list.slice(from, from + AT_ONCE);
      const same = some.map((group) => sameAmong(known, group));
      const others = some.filter((_, at) => same[at] === undefined);
      // With their event type, beside which they have to stand.
      const parsed = others.length > 0 ? TermsEvent.safeParse({ ...event, personal: [], groups: others }) : undefined;
      if (parsed?.success === false) return undefined;
      const fresh = (parsed?.data.groups ?? []).values();
      for (const group of same) groups.push(group ?? (fresh.next().value as PayoutGroup));
      for (const { id } of groups.slice(from)) ids.add(foldText(id));
      yield;
    }
    if (ids.size < groups.length) return undefined;
    read.push(groups);
  }
  return read;
}

/** The groups by their ids, where they stood beside the very same. */
function knownBeside(event: TermsEvent, earlier: Terms | undefined): ReadonlyMap<unknown, PayoutGroup> {
  const was = earlier?.events.find(({ type }) => type === event.type);
  const isSame = was !== undefined && sameJson(withoutRules(was), withoutRules(event));
  return new Map(isSame ? was.groups?.map((group) => [group.id, group]) : []);
}

const withoutRules = ({ groups: _, personal: __, ...event }: TermsEvent) => event;

function sameAmong(known: ReadonlyMap<unknown, PayoutGroup>, input: unknown): PayoutGroup | undefined {
  const same = known.get((input as Partial<PayoutGroup> | null)?.id);
  return same !== undefined && sameJson(same, input) ? same : undefined;
}
