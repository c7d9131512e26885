import type { Program } from "@firstmatch/shared-types";
import { FileInput, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { faultsIn } from "../../api/problem-error.ts";
import { createTerms } from "../../api/terms.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { slugOf } from "../../components/free-id.ts";
import { useForgetTerms, useTermsList } from "./terms-queries.ts";

type Origin = "empty" | "copy" | "document";

interface NewTermsDialogProps {
  program: Program;
  /** Terms that were chosen already to be copied. */
  copyOf?: string;
  onClose: () => void;
}

export function NewTermsDialog({ program, copyOf, onClose }: NewTermsDialogProps) {
  const { items } = useTermsList(program.id);
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string>();
  const [origin, setOrigin] = useState<Origin>(copyOf === undefined ? "empty" : "copy");
  const [source, setSource] = useState(copyOf ?? program.defaultTerms);
  const [file, setFile] = useState<File | null>(null);
  const id = ownId ?? slugOf(name);
  const navigate = useNavigate();
  const forget = useForgetTerms(program.id);
  const create = useMutation({
    mutationFn: async () =>
      createTerms(program.id, {
        id,
        name,
        ...(origin === "copy" && { copyOf: source }),
        ...(origin === "document" && { document: await documentOf(file) }),
      }),
    onSuccess: async () => {
      await forget();
      navigate(`/programs/${program.id}/terms/${id}`);
    },
  });
  const faults = faultsIn(create.error);
  return (
    <FormDialog
      title="New terms"
      submit="Create terms"
      onClose={onClose}
      entered={[name, id, origin, source, file?.name]}
      onSubmit={() => create.mutate()}
      busy={create.isPending}
      error={create.error}
      shownAt={["/name", "/id"]}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(faults, "/name")}
      />
      <TextInput
        label="Id"
        description="Part of the address"
        required
        value={id}
        onChange={(event) => setOwnId(event.currentTarget.value)}
        error={faultAt(faults, "/id")}
      />
      <Radio.Group label="Begin with" value={origin} onChange={(value) => setOrigin(value as Origin)}>
        <Stack gap="xs" mt={6}>
          <Radio value="empty" label={`Nothing, in ${program.currency} and ${program.timezone}`} />
          <Radio value="copy" label="A copy of other terms" disabled={items.length === 0} />
          <Radio value="document" label="A terms document from a file" />
        </Stack>
      </Radio.Group>
      {origin === "copy" && (
        <Select
          label="Copy of"
          allowDeselect={false}
          searchable
          data={items.map((terms) => ({ value: terms.id, label: terms.name }))}
          value={source}
          onChange={(terms) => terms && setSource(terms)}
        />
      )}
      {origin === "document" && (
        <FileInput
          label="Document"
          description="JSON, as it is exported"
          required
          accept="application/json,.json"
          placeholder="Choose a file"
          value={file}
          onChange={setFile}
        />
      )}
    </FormDialog>
  );
}

async function documentOf(file: File | null): Promise<unknown> {
  if (file === null) throw new Error("Choose the file with the terms document first.");
  const text = await file.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file.name} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
