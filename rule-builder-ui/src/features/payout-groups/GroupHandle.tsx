import type { SyntheticEvent } from "react";
import css from "./RuleCard.module.css";

export interface GroupHandleProps {
  id: string;
  name: string;
  rank: number;
  count: number;
  /** The element that says how it is dragged. */
  instructions?: string;
  /** A press, of the pointer or a key, that may begin a drag; without it this is only the picture of one that is being dragged. */
  onHold?: (id: string, press: SyntheticEvent) => void;
}

/** The one place of a row that starts a drag: inputs and texts stay free. */
export function GroupHandle({ id, name, rank, count, instructions, onHold }: GroupHandleProps) {
  const hold = (press: SyntheticEvent) => onHold?.(id, press);
  return (
    <button
      type="button"
      className={css.handle}
      aria-label={`Drag ${name}, rank ${rank} of ${count}`}
      aria-roledescription="sortable"
      aria-describedby={instructions}
      onPointerDown={hold}
      onKeyDown={hold}
    />
  );
}
