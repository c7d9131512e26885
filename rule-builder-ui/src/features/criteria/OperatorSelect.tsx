import { Select, type SelectProps } from "@mantine/core";
import { LAZY_DROPDOWN } from "../../components/lazy-dropdown.ts";

interface OperatorSelectProps {
  label: string;
  choices: NonNullable<SelectProps["data"]>;
  operator: string;
  disabled: boolean;
  onChange: (operator: string) => void;
  error: string | undefined;
}

/** The operators that fit the fact, in the words of a sentence. */
export const OperatorSelect = ({ label, choices, operator, disabled, onChange, error }: OperatorSelectProps) => (
  <Select
    aria-label={label}
    allowDeselect={false}
    data={choices}
    value={operator}
    disabled={disabled}
    onChange={(chosen) => chosen !== null && onChange(chosen)}
    maxDropdownHeight={320}
    error={error}
    comboboxProps={{ ...LAZY_DROPDOWN, width: "max-content", position: "bottom-start" }}
  />
);
