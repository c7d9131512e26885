import { useEffect, useRef } from "react";
import css from "./TickBox.module.css";

interface TickBoxProps {
  /** What it ticks: "Select Anna Lopez". */
  label: string;
  ticked: boolean;
  /** Some of those that it stands for are ticked, not all. */
  some?: boolean;
  onTick: (on: boolean) => void;
}

/** A box at the begin of a row, or of a table's head; plain, since there may be thousands. */
export function TickBox({ label, ticked, some = false, onTick }: TickBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className={css.tick}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </label>
  );
}
