import { useRouteError } from "react-router";
import { ErrorPage } from "../components/ErrorPage.tsx";

/** Catches what a page throws, so that the rest of the screen stays. */
export function PageError() {
  return <ErrorPage error={useRouteError()} />;
}
