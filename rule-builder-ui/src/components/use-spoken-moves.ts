import type { Announcements, UniqueIdentifier } from "@dnd-kit/core";
import { useRef } from "react";

/** What a screen reader says while an entry of a list is moved: names and places instead of ids. */
export function useSpokenMoves(entries: readonly { id: string; name: string }[]) {
  const justPickedUp = useRef(false);
  const placeOf = (id: UniqueIdentifier) => entries.findIndex((entry) => entry.id === id);
  const nameOf = (id: UniqueIdentifier) => entries[placeOf(id)]?.name ?? "the entry";
  const placed = (id: UniqueIdentifier) => `place ${placeOf(id) + 1} of ${entries.length}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      justPickedUp.current = true;
      return `Picked up ${nameOf(active.id)}. It is at ${placed(active.id)}.`;
    },
    onDragOver: ({ active, over }) => {
      // dnd-kit reports an entry over its own place at once; saying that would cut off that it was picked up.
      const atOwnPlace = justPickedUp.current && over?.id === active.id;
      justPickedUp.current = false;
      return over && !atOwnPlace ? `${nameOf(active.id)} is over ${placed(over.id)}.` : undefined;
    },
    onDragEnd: ({ active, over }) => `${nameOf(active.id)} was put down at ${placed((over ?? active).id)}.`,
    onDragCancel: ({ active }) => `${nameOf(active.id)} was put back at ${placed(active.id)}.`,
  };
  const draggable =
    "To move it, press space, then the arrow keys; space again puts it down, escape puts it back where it was.";
  return { announcements, screenReaderInstructions: { draggable } };
}
