import type { Fault } from "@firstmatch/shared-types";
import { Alert, List } from "@mantine/core";

/** Faults that belong to no single field of a form. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Alert color="red" title="Not saved" role="alert">
      <List size="sm" style={{ overflowWrap: "anywhere" }}>
        {faults.map(({ pointer, message }) => (
          <List.Item key={`${pointer} ${message}`}>
            {pointer && <code>{pointer}</code>} {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
