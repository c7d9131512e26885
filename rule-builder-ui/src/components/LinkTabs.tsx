import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import css from "./LinkTabs.module.css";

interface LinkTab {
  /** Relative to the page around; "" is its first tab. */
  to: string;
  label: string;
}

/** The parts of a page, each with an address of its own. On a phone they are one line that scrolls to the one shown. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  const list = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another tab
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (list.current && shown)
      list.current.scrollLeft = shown.offsetLeft - (list.current.clientWidth - shown.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav className={css.tabs} aria-label={label}>
      <div ref={list} className={`${css.list} ${css.line}`}>
        {tabs.map((tab) => (
          <NavLink key={tab.to} to={tab.to} end={tab.to === ""} className={css.tab ?? ""}>
            {tab.label}
          </NavLink>
        ))}
      </div>
    </nav>
  );
}
