import { isDeepStrictEqual } from "node:util";
import { movedBetween, type PayoutGroup, type Terms, type TermsEvent, unlikeParts } from "@firstmatch/shared-types";

/** The parts of a terms document that are not the same in another one. */
export interface TermsParts extends Partial<Omit<Terms, "events">> {
  events?: EventParts[];
}

/** An event type, with what tells it from others, and what differs. */
export interface EventParts extends Pick<TermsEvent, "type" | "name" | "level"> {
  place: number;
  customGroups?: boolean;
  default?: TermsEvent["default"];
  groups?: RankedGroup[];
}

export type RankedGroup = PayoutGroup & { rank: number };

/** Of two terms documents. */
export interface BothParts {
  before: TermsParts | null;
  after: TermsParts;
}

/**
 * Before and after of two terms documents: of each the parts that the other has not, or has otherwise or elsewhere. In
 * steps, so that whoever has to answer meanwhile can be let in between.
 */
export function* termsPartsInSteps(before: Terms | null, after: Terms): Generator<void, BothParts> {
  const [was, is] = yield* eventParts(before?.events ?? [], after.events);
  return {
    before: before && { ...fieldsUnlike(before, after), ...(was.length > 0 && { events: was }) },
    after: { ...fieldsUnlike(after, before), ...(is.length > 0 && { events: is }) },
  };
}

function fieldsUnlike(terms: Terms, other: Terms | null): Partial<Omit<Terms, "events">> {
  const { events: _, schema: __, ...fields } = terms;
  return unlike(fields, other ?? {});
}

/** The fields whose value the other does not have. */
const unlike = <T extends object>(one: T, other: object): Partial<T> =>
  Object.fromEntries(
    Object.entries(one).filter(([key, value]) => !isDeepStrictEqual(value, (other as Record<string, unknown>)[key])),
  ) as Partial<T>;

function* eventParts(
  before: readonly TermsEvent[],
  after: readonly TermsEvent[],
): Generator<void, [EventParts[], EventParts[]]> {
  const moved = new Set(
    movedBetween(
      before.map(({ type }) => type),
      after.map(({ type }) => type),
    ),
  );
  const movedIn = movedGroups(before, after);
  yield;
  function* sideOf(events: readonly TermsEvent[], others: readonly TermsEvent[]): Generator<void, EventParts[]> {
    const known = new Map(others.map((event) => [event.type, event]));
    const parts: EventParts[] = [];
    for (const [at, event] of events.entries()) {
      const other = known.get(event.type);
      if (isDeepStrictEqual(event, other) && !moved.has(event.type)) continue;
      const { type, name, level } = event;
      const { customGroups, default: paid } = unlike(event, other ?? {});
      const groups = yield* groupParts(event.groups ?? [], other?.groups ?? [], movedIn.get(event.type));
      parts.push({
        ...{ place: at + 1, type, name, level },
        ...(customGroups !== undefined && { customGroups }),
        ...(paid !== undefined && { default: paid }),
        ...(groups.length > 0 && { groups }),
      });
    }
    return parts;
  }
  return [yield* sideOf(before, after), yield* sideOf(after, before)];
}

/** By event type, the groups that have moved; which of two that is depends on the direction. */
function movedGroups(before: readonly TermsEvent[], after: readonly TermsEvent[]): Map<string, Set<string>> {
  const known = new Map(before.map((event) => [event.type, event]));
  const ids = (event: TermsEvent | undefined) => event?.groups?.map(({ id }) => id) ?? [];
  return new Map(after.map((event) => [event.type, new Set(movedBetween(ids(known.get(event.type)), ids(event)))]));
}

function* groupParts(
  groups: readonly PayoutGroup[],
  others: readonly PayoutGroup[],
  moved: ReadonlySet<string> = new Set(),
): Generator<void, RankedGroup[]> {
  const [{ from, entries }, { entries: unlike }] = unlikeParts(groups, others);
  const known = new Map(unlike.map((group) => [group.id, group]));
  const parts: RankedGroup[] = [];
  yield;
  for (const [at, group] of entries.entries()) {
    const other = known.get(group.id);
    if (group === other && !moved.has(group.id)) continue;
    if (!isDeepStrictEqual(group, other) || moved.has(group.id)) parts.push({ rank: from + at + 1, ...group });
    yield;
  }
  return parts;
}
