import type { FactDefinition } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import css from "./Criteria.module.css";
import { OneValueInput } from "./OneValueInput.tsx";

interface RangeInputProps {
  fact: FactDefinition;
  /** "criterion 2: Order total" */
  name: string;
  range: readonly string[];
  onChange: (range: readonly string[]) => void;
  error: string | undefined;
}

/** The two ends of a `between`, both included. */
export function RangeInput({ fact, name, range: [from = "", to = ""], onChange, error }: RangeInputProps) {
  const shared = { fact, error: Boolean(error) };
  return (
    <div>
      <div className={fact.input === "date-time" ? css.tallRange : css.range}>
        <OneValueInput
          {...shared}
          label={`From, ${name}`}
          value={from}
          onChange={(changed) => onChange([changed, to])}
        />
        <span className={css.rangeJoint}>and</span>
        <OneValueInput {...shared} label={`To, ${name}`} value={to} onChange={(changed) => onChange([from, changed])} />
      </div>
      {error !== undefined && (
        <Text size="xs" c="var(--mantine-color-error)" mt={5}>
          {error}
        </Text>
      )}
    </div>
  );
}
