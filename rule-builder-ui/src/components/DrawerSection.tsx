import { type ReactNode, useId } from "react";
import css from "./DrawerSection.module.css";

interface DrawerSectionProps {
  title: string;
  /** What can be done with all of it. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of what a drawer shows, with a heading of its own; lists in it are lines. */
export function DrawerSection({ title, action, children }: DrawerSectionProps) {
  const heading = useId();
  return (
    <section className={css.section} aria-labelledby={heading}>
      <div className={css.head}>
        <h3 id={heading}>{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}
