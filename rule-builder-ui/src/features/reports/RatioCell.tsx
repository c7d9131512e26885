import type { ReactNode } from "react";
import css from "./FiguresTable.module.css";
import { shareInWords } from "./share.ts";

interface RatioCellProps {
  label: string;
  value: ReactNode;
  /** 0 to 1, of the whole column. */
  share: number;
}

/** A figure, and below it how much of its column that is: as a bar and as a percent. */
export const RatioCell = ({ label, value, share }: RatioCellProps) => (
  <td data-label={label} className={css.ratio}>
    {value}
    <span className={css.share}>
      <span className={css.rail} aria-hidden>
        <span style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      </span>
      <small>{shareInWords(share)}</small>
    </span>
  </td>
);
