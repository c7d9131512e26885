import { Button, Group } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { CopyButton } from "../../components/CopyButton.tsx";
import { useSession } from "../access/session.ts";
import { evaluateCurl, simulateCurl } from "./curl.ts";
import type { Loose } from "./event-form.ts";
import { type SimulateBody, sameEvent } from "./simulation.ts";

interface Props {
  program: string;
  /** Null while it cannot be read. */
  event: Loose | null;
  eventType: string;
  /** What is asked where the partner's past is made up; null: the published terms can be asked with what is recorded. */
  question: (() => SimulateBody) | null;
  onLoad: (event: Loose) => void;
}

/** Takes the event elsewhere, or begins anew. */
export function EventTools({ program, event, eventType, question, onLoad }: Props) {
  const [cleared, setCleared] = useState<Loose | null>(null);
  const signIn = useSession().signIn === "required";
  const curl = () => {
    const service = { origin: window.location.origin, signIn };
    return question === null ? evaluateCurl(service, program, event ?? {}) : simulateCurl(service, question());
  };
  const isEmpty = event !== null && sameEvent(event, { eventType });
  const clear = () => {
    setCleared(event);
    onLoad({ eventType });
  };
  return (
    <Group gap="xs">
      <CopyButton disabled={event === null} text={curl}>
        Copy as curl
      </CopyButton>
      <CopyButton disabled={event === null} text={() => JSON.stringify(event, null, 2)}>
        Copy as JSON
      </CopyButton>
      {isEmpty && cleared !== null ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onLoad(cleared)}>
          Undo clear
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconEraser size={14} />}
          disabled={event === null || isEmpty}
          onClick={clear}
        >
          Clear
        </Button>
      )}
    </Group>
  );
}
