import { matchRoutes, type RouteObject } from "react-router";

/** Loads the page that a link leads to once somebody points at it, or the keyboard stands on it: a moment before it is pressed. */
export function loadAhead(routes: RouteObject[]): void {
  const load = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.origin !== window.location.origin) return;
    for (const { route } of matchRoutes(routes, link.pathname) ?? []) {
      // What cannot be loaded is told when it is opened.
      if (typeof route.lazy === "function") route.lazy().catch(() => undefined);
    }
  };
  document.addEventListener("pointerover", load);
  document.addEventListener("focusin", load);
}
