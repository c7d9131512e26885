import type { ReactNode } from "react";
import css from "./ScrolledTable.module.css";

interface ScrolledTableProps {
  label: string;
  columns: readonly string[];
  className?: string | undefined;
  /** The rows. */
  children: ReactNode;
}

/** A long table within a dialog or a page, which scrolls by itself below its headings. Plain elements: there may be hundreds. */
export const ScrolledTable = ({ label, columns, className, children }: ScrolledTableProps) => (
  <section
    className={css.frame}
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must be able to get into it
    tabIndex={0}
  >
    <table className={className === undefined ? css.table : `${css.table} ${className}`}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);
