import type { Partner } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn, isProblem } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { tell } from "../../components/tell.tsx";
import { PartnerFields } from "./PartnerFields.tsx";
import { ProgramShareRows } from "./ProgramShareRows.tsx";
import { formOf, PARTNER_FIELDS, partnerChange } from "./partner-form.ts";
import { usePartnerChange } from "./partner-queries.ts";

export function EditPartnerDialog({ partner, onClose }: { partner: Partner; onClose: () => void }) {
  // As it was when the dialog opened: a newer one that comes in meanwhile must not change what is being typed.
  const [{ opened, revision }] = useState({ opened: formOf(partner), revision: partner.revision });
  const [form, setForm] = useState(opened);
  const edit = usePartnerChange(partner.id);
  const faults = faultsIn(edit.error);
  const shareFields = form.programShares.map(({ program }) => `/programRevenueShares/${program}`);
  const save = () => {
    const change = partnerChange(opened, form);
    if (Object.keys(change).length === 0) onClose();
    else
      edit.mutate(
        { revision, change },
        {
          onSuccess: ({ name }) => {
            onClose();
            tell(`${name} is saved`);
          },
        },
      );
  };
  return (
    <FormDialog
      title={`Edit ${partner.name}`}
      submit="Save"
      onClose={onClose}
      entered={[form]}
      onSubmit={save}
      busy={edit.isPending}
      error={isProblem(edit.error, 412) ? MOVED_ON : edit.error}
      shownAt={["/name", ...PARTNER_FIELDS, ...shareFields]}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        error={faultAt(faults, "/name")}
      />
      <PartnerFields form={form} onChange={setForm} faults={faults} />
      <ProgramShareRows
        rows={form.programShares}
        onChange={(programShares) => setForm({ ...form, programShares })}
        faults={faults}
      />
    </FormDialog>
  );
}

const MOVED_ON = new Error(
  "Somebody else changed this partner after you opened it. Close this dialog and open it again to see how it is now; what you typed here stays until then.",
);
