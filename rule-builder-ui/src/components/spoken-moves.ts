import type { Announcements, UniqueIdentifier } from "@dnd-kit/core";

/** What a screen reader says while an entry of a list is moved: names and places instead of ids. */
export function spokenMoves(entries: readonly { id: string; name: string }[]) {
  const placeOf = (id: UniqueIdentifier | undefined) => entries.findIndex((entry) => entry.id === id);
  const nameOf = (id: UniqueIdentifier) => entries[placeOf(id)]?.name ?? "the entry";
  const placed = (id: UniqueIdentifier | undefined) => `place ${placeOf(id) + 1} of ${entries.length}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${nameOf(active.id)}. It is at ${placed(active.id)}.`,
    onDragOver: ({ active, over }) => (over ? `${nameOf(active.id)} is over ${placed(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) => `${nameOf(active.id)} was put down at ${placed((over ?? active).id)}.`,
    onDragCancel: ({ active }) => `${nameOf(active.id)} was put back at ${placed(active.id)}.`,
  };
  const draggable =
    "To move it, press space, then the arrow keys; space again puts it down, escape puts it back where it was.";
  return { announcements, screenReaderInstructions: { draggable } };
}
