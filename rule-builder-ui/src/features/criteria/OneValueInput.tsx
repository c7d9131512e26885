import type { FactDefinition } from "@firstmatch/shared-types";
import { TextInput } from "@mantine/core";
import { DecimalInput } from "../../components/DecimalInput.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useSurroundings } from "./criteria-context.ts";
import { DateInput } from "./DateInput.tsx";
import { HOURS, withChosen } from "./value-choices.ts";

interface OneValueInputProps {
  fact: FactDefinition;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | boolean | undefined;
}

/** One number or date, typed or chosen as the fact asks for it. */
export function OneValueInput({ fact, label, value, onChange, error }: OneValueInputProps) {
  const { currency } = useSurroundings();
  const shared = { "aria-label": label, error };
  if (fact.input === "date-time") return <DateInput label={label} value={value} onChange={onChange} error={error} />;
  if (fact.input === "hour")
    return (
      <LazySelect
        {...shared}
        data={withChosen(HOURS, value === "" ? [] : [value])}
        value={value || null}
        onChange={(hour) => hour !== null && onChange(hour)}
        searchable
        allowDeselect={false}
        placeholder="Hour, 0 to 23"
      />
    );
  if (fact.kind === "any")
    return (
      <TextInput
        {...shared}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder="200 or 2026-11-20"
      />
    );
  return (
    <DecimalInput
      {...shared}
      value={value}
      onChange={onChange}
      placeholder={fact.input === "amount" ? "200" : (fact.example ?? "")}
      {...(fact.input === "amount" && { unit: { before: currency } })}
    />
  );
}
