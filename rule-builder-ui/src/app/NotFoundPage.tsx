import { Button } from "@mantine/core";
import { Link } from "react-router";
import { EmptyState } from "../components/EmptyState.tsx";
import { usePageTitle } from "../components/use-page-title.ts";

export function NotFoundPage() {
  usePageTitle("Not found");
  return (
    <EmptyState
      order={1}
      title="There is no such page"
      action={
        <Button component={Link} to="/">
          All programs
        </Button>
      }
    >
      The address may be misspelt, or what it led to was removed.
    </EmptyState>
  );
}
