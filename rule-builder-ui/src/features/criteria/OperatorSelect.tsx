import type { SelectProps } from "@mantine/core";
import { LazySelect } from "../../components/LazySelect.tsx";

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
  <LazySelect
    aria-label={label}
    allowDeselect={false}
    data={choices}
    value={operator}
    disabled={disabled}
    onChange={(chosen) => chosen !== null && onChange(chosen)}
    error={error}
  />
);
