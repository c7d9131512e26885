import { PartnerSelect } from "../partners/PartnerSelect.tsx";

interface PartnerFieldProps {
  value: string | undefined;
  onChange: (partner: string, name: string) => void;
  error?: string | undefined;
}

/** The partner of a partner's key. */
export const PartnerField = ({ value, onChange, error }: PartnerFieldProps) => (
  <PartnerSelect
    label="Partner"
    description="Whose own things the key shows, and nobody else's"
    placeholder="Name or id"
    required
    value={value}
    onChange={(partner) => partner && onChange(partner.id, partner.name)}
    error={error}
  />
);
