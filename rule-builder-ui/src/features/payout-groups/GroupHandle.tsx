import type { DraggableAttributes, DraggableSyntheticListeners } from "@dnd-kit/core";
import { IconGripVertical } from "@tabler/icons-react";
import css from "./RuleCard.module.css";

export interface GroupHandleProps {
  name: string;
  rank: number;
  count: number;
  /** What makes it draggable; without them it is only the picture of one that is being dragged. */
  handleRef?: (element: HTMLElement | null) => void;
  attributes?: DraggableAttributes;
  listeners?: DraggableSyntheticListeners;
}

/** The one place of a row that starts a drag: inputs and texts stay free. */
export function GroupHandle({ name, rank, count, handleRef, attributes, listeners }: GroupHandleProps) {
  return (
    <button
      type="button"
      ref={handleRef}
      className={css.handle}
      {...attributes}
      {...listeners}
      aria-label={`Drag ${name}, rank ${rank} of ${count}`}
    >
      <IconGripVertical size={18} aria-hidden />
    </button>
  );
}
