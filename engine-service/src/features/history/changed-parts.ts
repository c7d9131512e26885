import { isDeepStrictEqual } from "node:util";
import { movedBetween, type PayoutGroup, type Terms, type TermsEvent } from "@firstmatch/shared-types";

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

/** Before and after of two terms documents: of each the parts that the other has not, or has otherwise or elsewhere. */
export function termsParts(before: Terms | null, after: Terms): { before: TermsParts | null; after: TermsParts } {
  const [was, is] = eventParts(before?.events ?? [], after.events);
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

function eventParts(before: readonly TermsEvent[], after: readonly TermsEvent[]): [EventParts[], EventParts[]] {
  const moved = new Set(
    movedBetween(
      before.map(({ type }) => type),
      after.map(({ type }) => type),
    ),
  );
  const sideOf = (events: readonly TermsEvent[], others: readonly TermsEvent[], newer: boolean) => {
    const known = new Map(others.map((event) => [event.type, event]));
    return events.flatMap((event, at): EventParts[] => {
      const other = known.get(event.type);
      if (isDeepStrictEqual(event, other) && !moved.has(event.type)) return [];
      const { type, name, level } = event;
      const { customGroups, default: paid } = unlike(event, other ?? {});
      const groups = groupParts(event.groups ?? [], other?.groups ?? [], newer);
      return [
        {
          ...{ place: at + 1, type, name, level },
          ...(customGroups !== undefined && { customGroups }),
          ...(paid !== undefined && { default: paid }),
          ...(groups.length > 0 && { groups }),
        },
      ];
    });
  };
  return [sideOf(before, after, false), sideOf(after, before, true)];
}

/** @param newer whether these groups are the later ones; which of two has moved depends on the direction */
function groupParts(groups: readonly PayoutGroup[], others: readonly PayoutGroup[], newer: boolean): RankedGroup[] {
  const [before, after] = newer ? [others, groups] : [groups, others];
  const moved = new Set(
    movedBetween(
      before.map(({ id }) => id),
      after.map(({ id }) => id),
    ),
  );
  const known = new Map(others.map((group) => [group.id, group]));
  return groups.flatMap((group, at) =>
    moved.has(group.id) || !isDeepStrictEqual(group, known.get(group.id)) ? [{ rank: at + 1, ...group }] : [],
  );
}
