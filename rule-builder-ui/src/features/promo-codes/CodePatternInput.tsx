import { CodePattern } from "@firstmatch/shared-types";
import { Text, TextInput } from "@mantine/core";
import { faultsIn } from "../../components/faults-in.ts";
import { codeExample } from "./code-example.ts";

interface CodePatternInputProps {
  label: string;
  value: string;
  onChange: (pattern: string) => void;
}

/** A pattern for promo codes, with a code that it makes. */
export function CodePatternInput({ label, value, onChange }: CodePatternInputProps) {
  const fault = patternFault(value);
  return (
    <div>
      <TextInput
        label={label}
        description="{NAME} is the partner's name, each N of {NN} a digit, each X of {XXXX} a letter or a digit"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={fault}
        autoComplete="off"
        spellCheck={false}
        maw={420}
      />
      {fault === undefined && (
        <Text size="sm" c="dimmed" mt={4} aria-live="polite">
          For Ana Lopez, for example, <code>{codeExample(value)}</code>
        </Text>
      )}
    </div>
  );
}

export const patternFault = (pattern: string): string | undefined => faultsIn(CodePattern, pattern)[0]?.message;
