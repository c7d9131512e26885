import type { BulkEditRequest, Program } from "@firstmatch/shared-types";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { tell } from "../../components/tell.tsx";
import { BulkEditModal } from "../bulk-edits/BulkEditModal.tsx";
import { JoiningFields } from "../partners/JoiningFields.tsx";
import { JOINING, newMember } from "../partners/joining.ts";
import { chosenInWords, joinEdit, joinSelection, NO_ONE } from "./chosen-partners.ts";
import { useNewMember } from "./member-queries.ts";
import { PartnerPicker } from "./PartnerPicker.tsx";

interface AddMembersDialogProps {
  program: Program;
  onClose: () => void;
}

/** Lets one partner join at once; several after a look at what will happen. */
export function AddMembersDialog({ program, onClose }: AddMembersDialogProps) {
  const [chosen, setChosen] = useState(NO_ONE);
  const [search, setSearch] = useState("");
  const [joining, setJoining] = useState(JOINING);
  const [request, setRequest] = useState<BulkEditRequest>();
  const add = useNewMember(program.id);
  const [first, second] = chosen.all ? [] : chosen.partners;
  const alone = second === undefined ? first : undefined;

  const submit = () => {
    if (alone === undefined) {
      setRequest({ selection: joinSelection(chosen, search), edit: joinEdit(program, joining) });
      return;
    }
    add.mutate(newMember(alone.id, program, joining), {
      onSuccess: () => {
        tell(`${alone.name} is in ${program.name} now`);
        onClose();
      },
    });
  };
  return (
    <BulkEditModal
      title="Add members"
      wanted={request && { program, request }}
      onBack={() => setRequest(undefined)}
      entered={[chosen, joining]}
      onClose={onClose}
    >
      {(cancel) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Stack gap="md">
            <PartnerPicker
              program={program.id}
              chosen={chosen}
              onChosen={setChosen}
              search={search}
              onSearch={setSearch}
            />
            <JoiningFields
              program={program}
              joining={joining}
              several={chosen.all || second !== undefined}
              onChange={setJoining}
              faults={faultsIn(add.error)}
            />
            <ErrorAlert error={add.error} />
            <Group justify="flex-end" gap="xs">
              <Text size="sm" c="dimmed" role="status">
                {chosenInWords(chosen)}
              </Text>
              <Button variant="default" onClick={cancel}>
                Cancel
              </Button>
              <Button type="submit" loading={add.isPending} disabled={!chosen.all && first === undefined}>
                {alone === undefined && (chosen.all || first) ? "See what will change" : "Add member"}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </BulkEditModal>
  );
}
