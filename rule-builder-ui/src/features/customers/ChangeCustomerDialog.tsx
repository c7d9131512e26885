import type { Customer, Program } from "@firstmatch/shared-types";
import { Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { shownMoment } from "../../components/Moment.tsx";
import { tell } from "../../components/tell.tsx";
import { PartnerSelect } from "../partners/PartnerSelect.tsx";
import { useCustomerChange } from "./customer-queries.ts";
import { ordersText } from "./customer-words.ts";
import { ReasonField, sentReason } from "./ReasonField.tsx";

interface ChangeCustomerDialogProps {
  program: Program;
  customer: Customer;
  onClose: () => void;
}

/** Binds a customer to another partner, or to nobody, from now on. */
export function ChangeCustomerDialog({ program, customer, onClose }: ChangeCustomerDialogProps) {
  const [whose, setWhose] = useState<"partner" | "nobody">("partner");
  const [partner, setPartner] = useState<{ id: string; name: string } | null>(null);
  const [reason, setReason] = useState("");
  const change = useCustomerChange(customer);
  const faults = faultsIn(change.error);
  const nobody = whose === "nobody";
  const save = () =>
    change.mutate(
      { partner: nobody ? null : (partner?.id ?? null), ...sentReason(reason) },
      {
        onSuccess: (changed) => {
          tell(`${customer.id} is bound to ${changed.partner?.name ?? "nobody"}`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Whose customer is ${customer.id}?`}
      submit="Save"
      onClose={onClose}
      entered={[whose, partner, reason]}
      onSubmit={save}
      busy={change.isPending}
      disabled={!nobody && partner === null}
      error={change.error}
      shownAt={["/partner", "/reason"]}
    >
      <Text size="sm">{nowIn(program, customer)}</Text>
      <Radio.Group
        label="From now on its purchases are"
        value={whose}
        onChange={(chosen) => setWhose(chosen === "nobody" ? "nobody" : "partner")}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="partner" label="those of a partner" />
          <Radio
            value="nobody"
            label="nobody's"
            description="They are decided as if nothing had bound the customer, and no later purchase binds it."
          />
        </Stack>
      </Radio.Group>
      {!nobody && (
        <PartnerSelect
          label="Partner"
          placeholder="Name or id"
          description="Its orders are counted from 0 again."
          required
          value={partner?.id}
          onChange={setPartner}
          error={faultAt(faults, "/partner")}
        />
      )}
      <ReasonField reason={reason} onReason={setReason} error={faultAt(faults, "/reason")} />
      <Text size="sm" c="dimmed">
        What was recorded until now stays as it was decided.
      </Text>
    </FormDialog>
  );
}

function nowIn(program: Program, customer: Customer): string {
  const { partner, boundAt } = customer;
  if (partner === null || boundAt === null) return "It is nobody's now.";
  const orders = ordersText(customer, program.lifetime);
  const since = shownMoment(boundAt, program.timezone);
  return `It is ${partner.name}'s now, since ${since}, with ${orders} ${orders === "1" ? "order" : "orders"}.`;
}
