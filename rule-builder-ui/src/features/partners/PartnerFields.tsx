import type { Fault } from "@firstmatch/shared-types";
import { SimpleGrid, TextInput } from "@mantine/core";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { ValueListInput } from "../../components/ValueListInput.tsx";
import type { PartnerForm } from "./partner-form.ts";

interface PartnerFieldsProps {
  form: PartnerForm;
  onChange: (form: PartnerForm) => void;
  faults: readonly Fault[];
}

/** What there is to say about a partner beside its name. */
export function PartnerFields({ form, onChange, faults }: PartnerFieldsProps) {
  const contact = (key: keyof PartnerForm["contact"], label: string, type = "text") => (
    <TextInput
      label={label}
      type={type}
      autoComplete="off"
      value={form.contact[key]}
      onChange={(event) => onChange({ ...form, contact: { ...form.contact, [key]: event.currentTarget.value } })}
      error={faultAt(faults, `/contact/${key}`)}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {contact("name", "Contact")}
        {contact("phone", "Phone")}
      </SimpleGrid>
      {contact("email", "E-mail", "email")}
      <ValueListInput
        label="Tags"
        name="Tags"
        description="To find and edit partners together; a comma or Enter ends one"
        placeholder="creator, vip"
        value={form.tags}
        onChange={(tags) => onChange({ ...form, tags })}
        error={faultAt(faults, "/tags")}
      />
      <DecimalInput
        label="Revenue share"
        description="Of the advertiser's cost, where a payout goes by it; empty for none"
        unit={{ after: "%" }}
        value={form.revenueShare}
        onChange={(revenueShare) => onChange({ ...form, revenueShare })}
        error={faultAt(faults, "/revenueShare")}
      />
    </>
  );
}
