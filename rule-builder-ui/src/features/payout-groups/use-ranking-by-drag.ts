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
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import type { PayoutGroup } from "@firstmatch/shared-types";
import { useMemo, useRef, useState } from "react";
import { rankOf } from "./reorder.ts";

const INSTRUCTIONS = {
  draggable:
    "Press space to pick the group up, the up and down arrows to change its rank, space again to drop it, escape to leave it where it was.",
};

// The same objects in every draw: other ones would draw every row anew.
const BY_POINTER = { activationConstraint: { distance: 4 } };
const BY_KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

/** Dragging by mouse or keyboard; what happens is said in names and ranks. Gives what DndContext takes. */
export function useRankingByDrag(
  groups: readonly PayoutGroup[],
  onMove: (group: PayoutGroup, rank: number) => void,
  onLetGo: () => void,
) {
  const [draggedId, setDraggedId] = useState<UniqueIdentifier>();
  const [overId, setOverId] = useState<UniqueIdentifier>();
  const sensors = useSensors(useSensor(PointerSensor, BY_POINTER), useSensor(KeyboardSensor, BY_KEYBOARD));
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

  const end = () => {
    onLetGo();
    setDraggedId(undefined);
    setOverId(undefined);
  };

  return {
    dragged: find(draggedId),
    /** The rank that the dragged group would get if it were dropped now. */
    rankWhenDropped: rankOf(groups, String(overId ?? draggedId)),
    sensors,
    accessibility: { announcements, screenReaderInstructions: INSTRUCTIONS },
    onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) => setDraggedId(active.id),
    onDragOver: ({ over }: DragOverEvent) => setOverId(over?.id),
    onDragCancel: end,
    // Pressed, and not moved.
    onDragAbort: onLetGo,
    onDragEnd: ({ active, over }: DragEndEvent) => {
      end();
      const group = find(active.id);
      if (group && over) onMove(group, rankOf(groups, String(over.id)));
    },
  };
}
