import {
  type Announcements,
  type DragEndEvent,
  type DragOverEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import type { PayoutGroup } from "@firstmatch/shared-types";
import { type RefObject, useMemo, useRef, useState } from "react";
import { rankOf } from "./reorder.ts";
import { usePlaceByKeys } from "./use-place-by-keys.ts";

const INSTRUCTIONS = {
  draggable:
    "Press space to pick the group up, the up and down arrows to change its rank, space again to drop it, escape to leave it where it was.",
};

// The same object in every draw: another one would draw every row anew.
const BY_POINTER = { activationConstraint: { distance: 4 } };

/** Dragging by mouse or keyboard; what happens is said in names and ranks. Gives what DndContext takes. */
export function useRankingByDrag(
  groups: readonly PayoutGroup[],
  list: RefObject<HTMLElement | null>,
  onMove: (group: PayoutGroup, rank: number) => void,
  onLetGo: () => void,
) {
  const [draggedId, setDraggedId] = useState<UniqueIdentifier>();
  const [overId, setOverId] = useState<UniqueIdentifier>();
  const ids = useMemo(() => groups.map(({ id }) => id), [groups]);
  const { place, reached, goTo, coordinateGetter, collisionDetection } = usePlaceByKeys(list, ids);
  const byKeyboard = useMemo(() => ({ coordinateGetter }), [coordinateGetter]);
  const sensors = useSensors(useSensor(PointerSensor, BY_POINTER), useSensor(KeyboardSensor, byKeyboard));
  const find = (id: UniqueIdentifier | undefined) => groups.find((group) => group.id === id);

  const justPickedUp = useRef(false);
  const announcements = useMemo((): Announcements => {
    const nameOf = (id: UniqueIdentifier) => groups.find((group) => group.id === id)?.name ?? "";
    const placeOf = (id: UniqueIdentifier) => `rank ${rankOf(groups, String(id))} of ${groups.length}`;
    return {
      onDragStart: ({ active }) => {
        justPickedUp.current = true;
        return `Picked up ${nameOf(active.id)}, ${placeOf(active.id)}`;
      },
      onDragOver: ({ active, over }) => {
        // dnd-kit reports a group over its own place at once; saying that would cut off that it was picked up.
        const atOwnPlace = justPickedUp.current && over?.id === active.id;
        justPickedUp.current = false;
        if (atOwnPlace) return undefined;
        return over ? `${nameOf(active.id)} is over ${placeOf(over.id)}` : `${nameOf(active.id)} is over no rank`;
      },
      // A move is said by whoever makes it, by buttons and menu as well.
      onDragEnd: ({ active, over }) =>
        over && over.id !== active.id ? undefined : `${nameOf(active.id)} stays at ${placeOf(active.id)}`,
      onDragCancel: ({ active }) => `Cancelled. ${nameOf(active.id)} stays at ${placeOf(active.id)}`,
    };
  }, [groups]);

  const letGo = () => {
    goTo(undefined);
    onLetGo();
  };
  const end = () => {
    letGo();
    setDraggedId(undefined);
    setOverId(undefined);
  };

  return {
    dragged: find(draggedId),
    /** The rank that the dragged group would get if it were dropped now. */
    rankWhenDropped: place === undefined ? rankOf(groups, String(overId ?? draggedId)) : place + 1,
    ids,
    /** The place that keys have brought the group to; undefined while it is dragged by pointer. */
    place,
    goTo,
    sensors,
    collisionDetection,
    accessibility: { announcements, screenReaderInstructions: INSTRUCTIONS },
    onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) => setDraggedId(active.id),
    onDragOver: ({ over }: DragOverEvent) => setOverId(over?.id),
    onDragCancel: end,
    // Pressed, and not moved.
    onDragAbort: letGo,
    onDragEnd: ({ active, over }: DragEndEvent) => {
      // dnd-kit can be a draw behind the last press.
      const rank = (reached() ?? (over ? ids.indexOf(String(over.id)) : -1)) + 1;
      end();
      const group = find(active.id);
      if (group && rank > 0) onMove(group, rank);
    },
  };
}
