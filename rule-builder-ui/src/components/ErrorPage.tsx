import { Button, Group } from "@mantine/core";
import { Link } from "react-router";
import { ProblemError } from "../api/problem-error.ts";
import { EmptyState } from "./EmptyState.tsx";
import { usePageTitle } from "./use-page-title.ts";

/** What is shown in place of a page that could not be loaded, or broke. */
export function ErrorPage({ error }: { error: unknown }) {
  const missing = error instanceof ProblemError && error.problem.status === 404;
  const title = missing ? "There is no such thing here" : "This page could not be shown";
  usePageTitle(title);
  return (
    <EmptyState
      order={1}
      title={title}
      action={
        <Group justify="center">
          {!missing && <Button onClick={() => window.location.reload()}>Try again</Button>}
          <Button component={Link} to="/" variant="default">
            All programs
          </Button>
        </Group>
      }
    >
      {error instanceof Error ? error.message : "Something unexpected happened."}
      {!missing && " What was saved is safe."}
    </EmptyState>
  );
}
