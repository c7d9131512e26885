import { useEffect, useRef } from "react";
import { Link, Outlet, ScrollRestoration, useLocation } from "react-router";
import { ColorSchemeToggle } from "./ColorSchemeToggle.tsx";
import css from "./Layout.module.css";
import { Logo } from "./Logo.tsx";

export function Layout() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  // A new page: the keyboard goes on where it begins, unless something on it has taken the focus already.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a className={css.skip} href="#content">
        Skip to the content
      </a>
      <header className={css.header}>
        <Link to="/" className={css.brand}>
          <Logo /> Firstmatch
        </Link>
        <div className={css.tools}>
          <a href="/docs" target="_blank" rel="noreferrer">
            API
          </a>
          <ColorSchemeToggle />
        </div>
      </header>
      <main id="content" className={css.main} ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <ScrollRestoration />
    </>
  );
}
