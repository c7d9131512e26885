import { Anchor, Button, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { OPENED } from "./ConversionList.tsx";
import { useConversion } from "./conversion-queries.ts";

interface RecordedAlreadyProps {
  program: string;
  id: string;
  /** Takes another id; what was typed stays. */
  onAnother: () => void;
}

/** The id is another conversion's: whether it is the same purchase is for the manager to see. */
export function RecordedAlready({ program, id, onAnother }: RecordedAlreadyProps) {
  // It may be one of another program.
  const { data: there } = useConversion(program, id);
  return (
    <Group gap="sm" role="status">
      <Text size="sm">Nothing was added.</Text>
      {there && (
        <Anchor
          component={Link}
          to={`/programs/${program}/conversions?${new URLSearchParams({ [OPENED]: id })}`}
          target="_blank"
          size="sm"
        >
          Look at {id} in a new tab
        </Anchor>
      )}
      <Button size="compact-sm" variant="default" onClick={onAnother}>
        Take another id
      </Button>
    </Group>
  );
}
