import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import type { ReactNode } from "react";
import css from "./SortHeading.module.css";

const ICONS = { none: IconSelector, ascending: IconArrowUp, descending: IconArrowDown };

interface SortHeadingProps {
  sorted: keyof typeof ICONS;
  onSort: () => void;
  className?: string | undefined;
  children: ReactNode;
}

/** The heading of a column that sorts by it; pressed again, the other way round. */
export function SortHeading({ sorted, onSort, className, children }: SortHeadingProps) {
  const Icon = ICONS[sorted];
  return (
    <th scope="col" aria-sort={sorted} className={className}>
      <button type="button" className={css.sort} onClick={onSort}>
        {children} <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
