import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import css from "./FiguresTable.module.css";

const ICONS = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown };

interface SortHeadingProps {
  sorted: keyof typeof ICONS;
  onSort: () => void;
  children: ReactNode;
}

/** The heading of a column that sorts by it; pressed again, the other way round. */
export function SortHeading({ sorted, onSort, children }: SortHeadingProps) {
  const Icon = ICONS[sorted];
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" className={css.sort} onClick={onSort}>
        {children} <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
