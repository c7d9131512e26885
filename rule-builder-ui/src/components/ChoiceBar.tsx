import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";

interface ChoiceBarProps<T extends string> {
  label: string;
  choices: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
  hint?: string | undefined;
  error?: string | undefined;
}

/** A few choices side by side, under a label. */
export function ChoiceBar<T extends string>({ label, choices, value, onChange, hint, error }: ChoiceBarProps<T>) {
  const id = useId();
  return (
    <div>
      <Input.Label component="div" id={id} mb={4}>
        {label}
      </Input.Label>
      <div>
        <SegmentedControl
          aria-labelledby={id}
          size="sm"
          // In a narrow place the choices go on in a second row.
          styles={{ root: { flexWrap: "wrap", maxWidth: "100%" } }}
          data={[...choices]}
          value={value}
          onChange={(chosen) => onChange(chosen as T)}
        />
      </div>
      {hint !== undefined && <Input.Description mt={4}>{hint}</Input.Description>}
      {error !== undefined && <Input.Error mt={4}>{error}</Input.Error>}
    </div>
  );
}
