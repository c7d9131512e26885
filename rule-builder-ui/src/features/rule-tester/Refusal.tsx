import type { Problem, Terms } from "@firstmatch/shared-types";
import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { placeInEvent, placeInTerms } from "./fault-place.ts";
import { FaultList } from "./OtherFaults.tsx";

interface Props {
  problem: Problem;
  /** The document as it was sent. */
  terms: Terms;
  ofDraft: boolean;
}

/** Why there is no answer: the document has faults, or what is tried has. */
export function Refusal({ problem, terms, ofDraft }: Props) {
  const faults = problem.errors ?? [];
  const inTerms = faults.filter(({ pointer }) => pointer.startsWith("/terms"));
  const draftIsWrong = inTerms.length > 0;
  const title = draftIsWrong
    ? ofDraft
      ? "The draft itself has faults"
      : "The published version has faults"
    : "The test was refused";
  const listed = draftIsWrong
    ? inTerms.map(({ pointer, message }) => ({ pointer: placeInTerms(pointer, terms), message }))
    : faults.map(({ pointer, message }) => ({ pointer: placeInEvent(pointer), message }));
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={title}>
      {listed.length > 0 ? <FaultList faults={listed} /> : <Text size="sm">{problem.detail}</Text>}
      {draftIsWrong && ofDraft && (
        <Text size="sm" mt="xs">
          Nothing can be decided until they are mended in the list.
        </Text>
      )}
    </Alert>
  );
}
