import type { Key } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { useKeyWrites } from "./key-queries.ts";

export function RenameKeyDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const [name, setName] = useState(key.name);
  const { rename } = useKeyWrites();
  return (
    <FormDialog
      title="Rename key"
      submit="Rename"
      onClose={onClose}
      entered={[name]}
      onSubmit={() => rename.mutate({ key, name }, { onSuccess: onClose })}
      busy={rename.isPending}
      error={rename.error}
      shownAt={["/name"]}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(faultsIn(rename.error), "/name")}
      />
    </FormDialog>
  );
}
