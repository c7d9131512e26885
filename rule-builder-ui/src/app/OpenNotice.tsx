import { Link } from "react-router";
import { useSession } from "../features/access/session.ts";
import css from "./Layout.module.css";

/** Said on every page for as long as it is so. */
export function OpenNotice() {
  if (useSession().signIn !== "off") return null;
  return (
    <p className={css.open}>
      No sign-in yet: anyone on this machine may change everything. <Link to="/access">Make an admin key</Link>
    </p>
  );
}
