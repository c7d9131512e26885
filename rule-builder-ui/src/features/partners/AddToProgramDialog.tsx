import { type BulkEditRequest, Edit, type Program, type Selection } from "@firstmatch/shared-types";
import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../components/faults-in.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { BulkEditModal } from "../bulk-edits/BulkEditModal.tsx";
import { useNameOfTerms } from "../members/name-of-terms.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { JoiningFields } from "./JoiningFields.tsx";
import { JOINING, joinEdit } from "./joining.ts";
import { programChoice } from "./program-choice.ts";

interface AddToProgramDialogProps {
  selection: Selection;
  /** The selection in words: "12 partners". */
  who: string;
  onClose: () => void;
}

/** Several partners join a program: which one, by which terms; then who would join; then the doing, and its report. */
export function AddToProgramDialog({ selection, who, onClose }: AddToProgramDialogProps) {
  const { data: programs = [] } = useAllPrograms();
  const [program, setProgram] = useState<Program>();
  const [joining, setJoining] = useState(JOINING);
  const [request, setRequest] = useState<BulkEditRequest>();
  const [attempted, setAttempted] = useState(false);
  const edit = program && joinEdit(program, joining);
  const faults = attempted && edit ? faultsIn(Edit, edit) : [];
  const preview = () => {
    setAttempted(true);
    if (edit && faultsIn(Edit, edit).length === 0) setRequest({ selection, edit });
  };
  const title =
    program && request ? (
      <JoinTitle program={program} terms={joining.terms ?? program.defaultTerms} who={who} />
    ) : (
      `Add ${who} to a program`
    );
  return (
    <BulkEditModal
      title={title}
      wanted={program && request && { program, request }}
      onBack={() => setRequest(undefined)}
      entered={[program?.id, joining]}
      onClose={onClose}
    >
      {(cancel) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            preview();
          }}
        >
          <Stack gap="md">
            <LazySelect
              label="Program"
              placeholder="Select a program"
              data-autofocus
              required
              searchable
              data={programs.map(programChoice)}
              value={program?.id ?? null}
              onChange={(chosen) => setProgram(programs.find(({ id }) => id === chosen))}
            />
            {program && (
              <JoiningFields
                program={program}
                joining={joining}
                several={!("partners" in selection && selection.partners.length === 1)}
                onChange={setJoining}
                faults={faults}
              />
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={cancel}>
                Cancel
              </Button>
              <Button type="submit" disabled={program === undefined}>
                See who will join
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </BulkEditModal>
  );
}

/** Once it is chosen where to: what is looked at, and done, below. */
function JoinTitle({ program, terms, who }: { program: Program; terms: string; who: string }) {
  const nameOfTerms = useNameOfTerms(program);
  return `Add ${who} to ${program.name}, under ${nameOfTerms(terms)}`;
}
