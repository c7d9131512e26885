import type { Program } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { useNewLink } from "./link-queries.ts";

interface NewLinkDialogProps {
  program: Program;
  partner: { id: string; name: string };
  onClose: () => void;
}

export function NewLinkDialog({ program, partner, onClose }: NewLinkDialogProps) {
  const [name, setName] = useState("");
  const [url, setUrl] = useState("https://");
  const add = useNewLink(program.id);
  const faults = faultsIn(add.error);
  return (
    <FormDialog
      title={`New link of ${partner.name}`}
      submit="Add link"
      onClose={onClose}
      entered={[name, url]}
      onSubmit={() => add.mutate({ partner: partner.id, name, url }, { onSuccess: onClose })}
      busy={add.isPending}
      error={add.error}
      shownAt={["/name", "/url"]}
    >
      <TextInput
        label="Name"
        placeholder="Autumn shoes"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(faults, "/name")}
      />
      <TextInput
        label="Leads to"
        description="A page of the shop. The click id is added as click_id, or put where {click_id} stands."
        type="url"
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={faultAt(faults, "/url")}
      />
    </FormDialog>
  );
}
