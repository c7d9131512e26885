import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { slugOf } from "../../components/free-id.ts";
import { PartnerFields } from "./PartnerFields.tsx";
import { EMPTY_FORM, newPartner, PARTNER_FIELDS } from "./partner-form.ts";
import { partnerPath } from "./partner-path.ts";
import { useNewPartner } from "./partner-queries.ts";

export function NewPartnerDialog({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState(EMPTY_FORM);
  const [ownId, setOwnId] = useState<string>();
  const id = ownId ?? slugOf(form.name);
  const navigate = useNavigate();
  const create = useNewPartner();
  const faults = faultsIn(create.error);
  return (
    <FormDialog
      title="New partner"
      submit="Create partner"
      onClose={onClose}
      entered={[form, id]}
      onSubmit={() => create.mutate(newPartner(id, form), { onSuccess: () => navigate(partnerPath(id)) })}
      busy={create.isPending}
      error={create.error}
      shownAt={["/name", "/id", ...PARTNER_FIELDS]}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        error={faultAt(faults, "/name")}
      />
      <TextInput
        label="Id"
        description="Events name the partner by it; it never changes"
        required
        value={id}
        onChange={(event) => setOwnId(event.currentTarget.value)}
        error={faultAt(faults, "/id")}
      />
      <PartnerFields form={form} onChange={setForm} faults={faults} />
    </FormDialog>
  );
}
