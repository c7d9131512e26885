import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { ProblemError } from "../api/problem-error.ts";

/** An error in the words of whoever refused. */
export function ErrorAlert({ error, title }: { error: Error | null | undefined; title?: string }) {
  if (!error) return null;
  const faults = error instanceof ProblemError ? error.faults : [];
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
