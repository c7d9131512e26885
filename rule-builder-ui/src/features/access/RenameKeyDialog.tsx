import type { Key } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../components/FormDialog.tsx";
import { useKeyWrites } from "./key-queries.ts";

export function RenameKeyDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const [name, setName] = useState(key.name);
  const { rename } = useKeyWrites();
  return (
    <FormDialog
      title="Rename key"
      submit="Rename"
      onClose={onClose}
      onSubmit={() => rename.mutate({ key, name }, { onSuccess: onClose })}
      busy={rename.isPending}
      error={rename.error}
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
