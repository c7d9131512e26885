import { NavLink } from "react-router";
import css from "./LinkTabs.module.css";

interface LinkTab {
  /** Relative to the page around; "" is its first tab. */
  to: string;
  label: string;
}

/** The parts of a page, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      <div className={css.list}>
        {tabs.map((tab) => (
          <NavLink key={tab.to} to={tab.to} end={tab.to === ""} className={css.tab ?? ""}>
            {tab.label}
          </NavLink>
        ))}
      </div>
    </nav>
  );
}
