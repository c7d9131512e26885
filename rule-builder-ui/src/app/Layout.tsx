import { lazy, Suspense } from "react";
import { Outlet } from "react-router";
import { ErrorPage } from "../components/ErrorPage.tsx";
import { isIn, SessionContext } from "../features/access/session.ts";
import { useSessionGate } from "../features/access/use-session-gate.ts";
import { Frame } from "./Frame.tsx";

const SignInPage = lazy(async () => ({ default: (await import("../features/access/SignInPage.tsx")).SignInPage }));
const SignInDialog = lazy(async () => ({
  default: (await import("../features/access/SignInDialog.tsx")).SignInDialog,
}));

/** Shows a page once it is known who is here. */
export function Layout() {
  const { session, ended, error, enter, waveAway } = useSessionGate();
  if (session === undefined) return error && <ErrorPage error={error} />;
  return (
    <SessionContext value={session}>
      <Frame>
        <Suspense>{isIn(session) ? <Outlet /> : <SignInPage onSignedIn={enter} />}</Suspense>
      </Frame>
      <Suspense>{ended && <SignInDialog ended={ended} onSignedIn={enter} onClose={waveAway} />}</Suspense>
    </SessionContext>
  );
}
