import { Button } from "@mantine/core";
import { signOut } from "../api/session.ts";
import { tellError } from "../components/tell.tsx";
import { useSession } from "../features/access/session.ts";
import css from "./Layout.module.css";

/** Who is signed in, in which role, and the way out. */
export function SignedIn() {
  const { signIn, caller } = useSession();
  if (signIn === "off" || caller === null) return null;
  // A fresh page: nothing that only this person may see stays in memory.
  const leave = () =>
    signOut().then(
      () => window.location.assign("/"),
      (error: Error) => tellError("You are still signed in", error),
    );
  return (
    <>
      <span className={css.caller}>
        <span className={css.name}>{caller.name}</span>
        <span className={css.role}>{caller.role}</span>
      </span>
      <Button variant="default" size="xs" onClick={leave}>
        Sign out
      </Button>
    </>
  );
}
