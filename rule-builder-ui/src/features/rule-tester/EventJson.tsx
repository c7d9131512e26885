import { Button, Group, Text, Textarea } from "@mantine/core";
import { type FaultsByPointer, faultsElsewhere } from "./faults.ts";
import { FaultList } from "./OtherFaults.tsx";
import styles from "./rule-tester.module.css";
import type { TestedEvent } from "./use-tested-event.ts";

interface Props {
  tested: TestedEvent;
  faults: FaultsByPointer;
}

/** The event as the body of an /evaluate call, with what is wrong in it said while it is typed. */
export function EventJson({ tested, faults }: Props) {
  const listed = faultsElsewhere(faults, (pointer) => !pointer.startsWith("/event"));
  const count = listed.length === 1 ? "One thing is wrong" : `${listed.length} things are wrong`;
  return (
    <>
      <Textarea
        label="Event"
        description="The body of an /evaluate call; program and explain may be in it."
        value={tested.text}
        onChange={({ currentTarget }) => tested.setText(currentTarget.value)}
        error={tested.unreadable ?? (listed.length > 0 && `${count}; it would be refused.`)}
        rows={12}
        resize="vertical"
        spellCheck={false}
        className={styles.json ?? ""}
      />
      {tested.unreadable === null && <FaultList faults={listed} />}
      {tested.stuck && (
        <Group gap="xs" role="alert">
          <Text size="sm">The form can show it once it is JSON. Nothing is lost until then.</Text>
          <Button size="compact-sm" variant="default" onClick={tested.dropText}>
            Drop this text, back to the form
          </Button>
        </Group>
      )}
    </>
  );
}
