import type { Permission } from "@firstmatch/shared-types";
import { Link, useLocation } from "react-router";
import { useSession } from "../features/access/session.ts";
import css from "./Layout.module.css";

/** `within`: the pages that belong to it. */
const PLACES: { to: string; within: RegExp; name: string; needs: Permission }[] = [
  { to: "/", within: /^\/($|programs\/)/, name: "Programs", needs: "read" },
  { to: "/partners", within: /^\/partners(\/|$)/, name: "Partners", needs: "read" },
  { to: "/history", within: /^\/history(\/|$)/, name: "History", needs: "read" },
  { to: "/access", within: /^\/access(\/|$)/, name: "Access", needs: "administer" },
];

/** The places that the caller may see. */
export function Navigation() {
  const { permissions } = useSession();
  const { pathname } = useLocation();
  const places = PLACES.filter(({ needs }) => permissions.includes(needs));
  if (places.length === 0) return null;
  return (
    <nav aria-label="Main" className={css.places}>
      {places.map(({ to, within, name }) => (
        <Link key={to} to={to} aria-current={pathname === to ? "page" : within.test(pathname)}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
