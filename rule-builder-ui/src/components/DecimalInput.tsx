import { TextInput, type TextInputProps } from "@mantine/core";

interface DecimalInputProps extends Omit<TextInputProps, "onChange" | "value" | "type"> {
  value: string;
  onChange: (value: string) => void;
  /** Stands before or behind the number: a currency, a percent sign. */
  unit?: { before?: string; after?: string };
}

/**
 * A number kept as text, digit by digit as it was typed: a JavaScript number would round it, and a half-typed one must
 * stay visible for the validator to refuse.
 */
export function DecimalInput({ value, onChange, unit = {}, ...rest }: DecimalInputProps) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...(unit.before !== undefined && {
        leftSection: <Unit text={unit.before} />,
        leftSectionWidth: widthOf(unit.before),
      })}
      {...(unit.after !== undefined && {
        rightSection: <Unit text={unit.after} />,
        rightSectionWidth: widthOf(unit.after),
      })}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        rest.onBlur?.(event);
        const tidy = tidyDecimal(value);
        if (tidy !== value) onChange(tidy);
      }}
    />
  );
}

const widthOf = (text: string) => 18 + 9 * text.length;

const Unit = ({ text }: { text: string }) => (
  <span aria-hidden="true" style={{ fontSize: "var(--mantine-font-size-sm)", color: "var(--mantine-color-dimmed)" }}>
    {text}
  </span>
);

/** `1,234.5` → `1234.5`, `.5` → `0.5`, `12.` → `12`; whatever might mean something else stays as typed. */
export function tidyDecimal(typed: string): string {
  const text = typed.trim();
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (match === null || !/\d/.test(plain)) return text;
  const [, sign, whole, fraction] = match;
  return `${sign}${whole || "0"}${fraction ? `.${fraction}` : ""}`;
}
