import type { Program } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../components/FormDialog.tsx";
import { useProgramChange } from "./program-queries.ts";

export function RenameProgramDialog({ program, onClose }: { program: Program; onClose: () => void }) {
  const [name, setName] = useState(program.name);
  const change = useProgramChange(program.id);
  return (
    <FormDialog
      title="Rename program"
      submit="Rename"
      onClose={onClose}
      onSubmit={() => change.mutate({ name }, { onSuccess: onClose })}
      busy={change.isPending}
      error={change.error}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
