import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { type RefObject, useLayoutEffect } from "react";

type Sortable = ReturnType<typeof useSortable>;

interface MovableRowProps {
  id: string;
  row: HTMLElement;
  /** Filled in for the row that is held: what its press has to be told to. */
  listeners: RefObject<Sortable["listeners"]> | undefined;
}

/** Lets a row of the list take part in a drag. It draws nothing: the row stands elsewhere, and is not drawn anew. */
export function MovableRow({ id, row, listeners: held }: MovableRowProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id });
  useLayoutEffect(() => {
    if (held) held.current = listeners;
  }, [held, listeners]);
  useLayoutEffect(() => {
    setNodeRef(row);
    setActivatorNodeRef(row.querySelector("button"));
    return () => show(row, "", "", false);
  }, [row, setNodeRef, setActivatorNodeRef]);
  useLayoutEffect(
    () => show(row, CSS.Translate.toString(transform) ?? "", transition ?? "", isDragging),
    [row, transform, transition, isDragging],
  );
  return null;
}

function show(row: HTMLElement, transform: string, transition: string, isDragging: boolean) {
  Object.assign(row.style, { transform, transition });
  row.toggleAttribute("data-dragging", isDragging);
  const handle = row.querySelector("button");
  if (handle) handle.ariaPressed = isDragging ? "true" : null;
}
