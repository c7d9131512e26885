import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { useBlocker } from "react-router";
import { ask } from "./ask.ts";

interface Hold {
  /** What would be lost. */
  text: string;
  /** Pages below this path are no leaving. */
  within: string | undefined;
}

type Holds = Set<Hold>;

const LeaveGuardContext = createContext<Holds | undefined>(undefined);

/** Asks before a page is left with something unsaved on it. There may be only one such asker on a page. */
export function LeaveGuard({ children }: { children: ReactNode }) {
  const { current: holds } = useRef<Holds>(new Set());
  const first = (pathname: string) =>
    [...holds].find(({ within }) => within === undefined || !`${pathname}/`.startsWith(`${within}/`));
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && first(nextLocation.pathname) !== undefined,
  );
  const asking = useRef(false);
  useEffect(() => {
    if (blocker.state !== "blocked" || asking.current) return;
    asking.current = true;
    const [hold] = holds;
    ask({ title: "Leave without saving?", text: hold?.text ?? "Something is not saved.", confirm: "Leave" }).then(
      (leave) => {
        asking.current = false;
        if (leave) blocker.proceed();
        else blocker.reset();
      },
    );
  }, [blocker, holds]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (holds.size > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [holds]);
  return <LeaveGuardContext value={holds}>{children}</LeaveGuardContext>;
}

/** While `unsaved`, leaving the page asks first. */
export function useLeaveGuard(unsaved: boolean, text: string, within?: string) {
  const holds = useContext(LeaveGuardContext);
  useEffect(() => {
    if (!unsaved || holds === undefined) return;
    const hold = { text, within };
    holds.add(hold);
    return () => {
      holds.delete(hold);
    };
  }, [holds, unsaved, text, within]);
}
