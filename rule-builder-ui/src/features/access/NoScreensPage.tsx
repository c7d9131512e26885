import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";

/** For a key that is made for a service. */
export function NoScreensPage() {
  usePageTitle("Signed in");
  return (
    <EmptyState order={1} title="This key is made for a service">
      It may ask for decisions over HTTP, and has no screens to show. Sign out, and sign in with a key of your own.
    </EmptyState>
  );
}
