import type { Fault } from "@firstmatch/shared-types";
import { Alert, List } from "@mantine/core";

/** What is wrong with the event and has no field in the form, a misspelt fact for instance. */
export function OtherFaults({ faults }: { faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Alert color="red" title="Besides the fields">
      <FaultList faults={faults} />
    </Alert>
  );
}

/** Faults with the way to them. */
export const FaultList = ({ faults }: { faults: readonly Fault[] }) =>
  faults.length > 0 && (
    <List size="sm">
      {faults.map(({ pointer, message }) => (
        <List.Item key={`${pointer} ${message}`}>
          <b>{pointer.replace(/^\/event\//, "")}</b> {message}
        </List.Item>
      ))}
    </List>
  );
