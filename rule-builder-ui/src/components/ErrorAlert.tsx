import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { faultsIn, ProblemError } from "../api/problem-error.ts";
import { faultsBeside } from "./faults-at.ts";

interface ErrorAlertProps {
  error: Error | null | undefined;
  title?: string;
  /** Pointers of the fields that show their own faults; these are not said a second time. */
  shownAt?: readonly string[] | undefined;
}

/** An error in the words of whoever refused. */
export function ErrorAlert({ error, title, shownAt = [] }: ErrorAlertProps) {
  if (!error) return null;
  const all = faultsIn(error);
  const faults = faultsBeside(all, shownAt);
  if (all.length > 0 && faults.length === 0) return null;
  const heading = title ?? (error instanceof ProblemError ? error.problem.title : undefined);
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />} {...(heading !== undefined && { title: heading })}>
      {faults.length === 0 ? (
        error.message
      ) : (
        <List size="sm" style={{ overflowWrap: "anywhere" }}>
          {faults.map((fault) => (
            <List.Item key={`${fault.pointer} ${fault.message}`}>
              {fault.pointer && <code>{fault.pointer}</code>} {fault.message}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
