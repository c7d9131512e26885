import type { Session } from "@firstmatch/shared-types";
import { lazy, Suspense } from "react";
import { Outlet } from "react-router";
import { ErrorPage } from "../components/ErrorPage.tsx";
import { isIn, SessionContext } from "../features/access/session.ts";
import { useSessionGate } from "../features/access/use-session-gate.ts";
import { Frame } from "./Frame.tsx";
import { OnTop } from "./OnTop.tsx";

const SignInPage = lazy(async () => ({ default: (await import("../features/access/SignInPage.tsx")).SignInPage }));
const SignInDialog = lazy(async () => ({
  default: (await import("../features/access/SignInDialog.tsx")).SignInDialog,
}));
const NoScreensPage = lazy(async () => ({
  default: (await import("../features/access/NoScreensPage.tsx")).NoScreensPage,
}));
const OwnPage = lazy(async () => ({ default: (await import("../features/own/OwnPage.tsx")).OwnPage }));

/** Shows a page once it is known who is here. */
export function Layout() {
  const { session, ended, error, enter, waveAway } = useSessionGate();
  if (session === undefined) return error && <ErrorPage error={error} />;
  return (
    <SessionContext value={session}>
      <Frame>
        <Suspense>{isIn(session) ? <PageFor session={session} /> : <SignInPage onSignedIn={enter} />}</Suspense>
      </Frame>
      <OnTop />
      <Suspense>{ended && <SignInDialog ended={ended} onSignedIn={enter} onClose={waveAway} />}</Suspense>
    </SessionContext>
  );
}

/** At whatever address, a partner sees its own things only. */
function PageFor({ session: { permissions } }: { session: Session }) {
  if (permissions.includes("own")) return <OwnPage />;
  return permissions.includes("read") ? <Outlet /> : <NoScreensPage />;
}
