import { Button, Group } from "@mantine/core";
import { Link, useRouteError } from "react-router";
import { ProblemError } from "../api/problem-error.ts";
import { EmptyState } from "../components/EmptyState.tsx";
import { usePageTitle } from "../components/use-page-title.ts";

/** What is shown in place of a page that broke or could not be loaded. */
export function PageError() {
  const error = useRouteError();
  const missing = error instanceof ProblemError && error.problem.status === 404;
  const title = missing ? "There is no such thing here" : "This page could not be shown";
  usePageTitle(title);
  return (
    <EmptyState
      title={title}
      action={
        <Group justify="center">
          <Button onClick={() => window.location.reload()}>Try again</Button>
          <Button component={Link} to="/" variant="default">
            All programs
          </Button>
        </Group>
      }
    >
      {error instanceof Error ? error.message : "Something unexpected happened."} What was saved is safe.
    </EmptyState>
  );
}
