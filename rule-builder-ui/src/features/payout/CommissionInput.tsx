import type { Commission, PayoutUnit } from "@firstmatch/shared-types";
import { Input, Text } from "@mantine/core";
import { useId } from "react";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import css from "./Payout.module.css";

interface CommissionInputProps {
  label: string;
  /** Undefined is one that is not said yet. */
  commission: Commission | undefined;
  onChange: (commission: Commission) => void;
  unit: PayoutUnit;
  percentAllowed: boolean;
  currency: string;
  hint?: string;
  error: string | undefined;
}

/** `15` `% of the order`, or `5.00` `USD per order`: the unit says what the number is taken of or paid for. */
export function CommissionInput(props: CommissionInputProps) {
  const { label, commission = {}, onChange, unit, percentAllowed, currency, hint, error } = props;
  const id = useId();
  // A percent where none is allowed, after the model changed or in an imported document, is shown to be mended.
  const kind =
    commission.percent !== undefined || (percentAllowed && commission.fixed === undefined) ? "percent" : "fixed";
  const amount = commission[kind] ?? "";
  const choices = [
    { value: "percent", label: `% ${unit.of}` },
    { value: "fixed", label: `${currency} ${unit.per}` },
  ];
  return (
    <Input.Wrapper
      label={label}
      id={id}
      description={hint}
      error={error}
      inputWrapperOrder={["label", "input", "error", "description"]}
    >
      <div className={css.commission}>
        <DecimalInput
          id={id}
          value={amount}
          onChange={(changed) => onChange({ [kind]: changed })}
          placeholder={kind === "percent" ? "10" : "5.00"}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          error={Boolean(error)}
        />
        {percentAllowed || kind === "percent" ? (
          <LazySelect
            aria-label={`Unit, ${label}`}
            data={choices}
            value={kind}
            onChange={(chosen) => chosen !== null && onChange({ [chosen]: amount })}
            allowDeselect={false}
          />
        ) : (
          <Text size="sm" c="dimmed" className={css.unit}>
            {currency} {unit.per}
          </Text>
        )}
      </div>
    </Input.Wrapper>
  );
}
