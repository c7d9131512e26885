import { type ReactNode, useEffect, useRef } from "react";
import { Link, ScrollRestoration, useLocation } from "react-router";
import { useMay } from "../features/access/session.ts";
import { ColorSchemeToggle } from "./ColorSchemeToggle.tsx";
import css from "./Layout.module.css";
import { Logo } from "./Logo.tsx";
import { Navigation } from "./Navigation.tsx";
import { OpenNotice } from "./OpenNotice.tsx";
import { SignedIn } from "./SignedIn.tsx";

/** What is around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const mayAsk = useMay("simulate");
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
        <Navigation />
        <div className={css.tools}>
          {mayAsk && (
            <a href="/docs" target="_blank" rel="noreferrer">
              API
            </a>
          )}
          <ColorSchemeToggle />
          <SignedIn />
        </div>
      </header>
      <OpenNotice />
      <main id="content" className={css.main} ref={main} tabIndex={-1}>
        {children}
      </main>
      <ScrollRestoration />
    </>
  );
}
