import type { Program } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn, isProblem } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { toInstant } from "../../components/local-time.ts";
import { MomentInput } from "../../components/MomentInput.tsx";
import { tell } from "../../components/tell.tsx";
import { PartnerSelect } from "../partners/PartnerSelect.tsx";
import { useNewCustomer } from "./customer-queries.ts";
import { ReasonField, sentReason } from "./ReasonField.tsx";

interface NewCustomerDialogProps {
  program: Program;
  onClose: () => void;
}

/** Binds a customer whom no purchase has bound. */
export function NewCustomerDialog({ program, onClose }: NewCustomerDialogProps) {
  const [customer, setCustomer] = useState("");
  const [partner, setPartner] = useState<{ id: string; name: string } | null>(null);
  const [since, setSince] = useState("");
  const [reason, setReason] = useState("");
  const bind = useNewCustomer(program.id);
  const faults = faultsIn(bind.error);
  const taken = isProblem(bind.error, 409) ? bind.error.message : undefined;
  const add = () =>
    bind.mutate(
      {
        customer: customer.trim(),
        partner: partner?.id ?? "",
        ...(since !== "" && { boundAt: toInstant(since, program.timezone) }),
        ...sentReason(reason),
      },
      {
        onSuccess: (bound) => {
          tell(`${bound.id} is bound to ${bound.partner?.name}`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title="Bind a customer"
      submit="Bind customer"
      onClose={onClose}
      entered={[customer, partner, since, reason]}
      onSubmit={add}
      busy={bind.isPending}
      disabled={customer.trim() === "" || partner === null}
      error={taken === undefined ? bind.error : null}
      shownAt={["/customer", "/partner", "/boundAt", "/reason"]}
    >
      <TextInput
        label="Customer"
        description="Its id, as purchases send it in customerId"
        data-autofocus
        required
        autoComplete="off"
        spellCheck={false}
        value={customer}
        onChange={(event) => setCustomer(event.currentTarget.value)}
        error={taken ?? faultAt(faults, "/customer")}
      />
      <PartnerSelect
        label="Partner"
        placeholder="Name or id"
        description="Its purchases are this partner's, by the program's lifetime payouts."
        required
        value={partner?.id}
        onChange={setPartner}
        error={faultAt(faults, "/partner")}
      />
      <MomentInput
        label="Bound since (optional)"
        timezone={program.timezone}
        local={since}
        onLocal={setSince}
        error={faultAt(faults, "/boundAt")}
      />
      <ReasonField reason={reason} onReason={setReason} error={faultAt(faults, "/reason")} />
    </FormDialog>
  );
}
