import type { PayoutGroup } from "@firstmatch/shared-types";
import { freeId } from "../../components/free-id.ts";
import { changeEventType } from "../event-types/event-type-changes.ts";
import type { Change } from "../terms/keep-draft.ts";
import { takeOver } from "../terms/take-over.ts";
import { insertAtRank, moveToRank, rankOf } from "./reorder.ts";

/** What can be done to the payout groups of an event type; each can be done again on a draft that has moved on. */

const changeGroups = (
  says: string,
  eventType: string,
  apply: (groups: readonly PayoutGroup[]) => PayoutGroup[],
): Change => changeEventType(says, eventType, (event) => ({ ...event, groups: apply(event.groups ?? []) }));

export const moveGroup = (eventType: string, { id, name }: PayoutGroup, rank: number): Change =>
  changeGroups(`move ${name} to rank ${rank}`, eventType, (groups) => moveToRank(groups, id, rank));

/** A new group, or one that was removed and comes back. An id that is taken by then is made free by a number. */
export const addGroup = (eventType: string, group: PayoutGroup, rank: number): Change =>
  changeGroups(`add ${group.name}`, eventType, (groups) =>
    insertAtRank(
      groups,
      {
        ...group,
        id: freeId(
          group.id,
          groups.map(({ id }) => id),
        ),
      },
      rank,
    ),
  );

export const duplicateGroup = (eventType: string, groups: readonly PayoutGroup[], original: PayoutGroup): Change =>
  addGroup(eventType, { ...original, name: `${original.name} (copy)` }, rankOf(groups, original.id) + 1);

export const removeGroup = (eventType: string, { id, name }: PayoutGroup): Change =>
  changeGroups(`remove ${name}`, eventType, (groups) => groups.filter((group) => group.id !== id));

/** A group that is no longer there comes back where it was: what was typed is not lost. */
export const replaceGroup = (eventType: string, before: PayoutGroup, after: PayoutGroup, rank: number): Change =>
  changeGroups(`change ${before.name}`, eventType, (groups) =>
    rankOf(groups, before.id) === 0
      ? insertAtRank(groups, after, rank)
      : groups.map((group) => (group.id === before.id ? takeOver(group, before, after) : group)),
  );

export const switchGroup = (eventType: string, group: PayoutGroup, enabled: boolean): Change =>
  changeGroups(`switch ${group.name} ${enabled ? "on" : "off"}`, eventType, (groups) =>
    groups.map((other) => (other.id === group.id ? { ...other, enabled } : other)),
  );
