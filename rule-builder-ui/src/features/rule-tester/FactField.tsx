import type { FactDefinition } from "@firstmatch/shared-types";
import { Autocomplete, Select, Text, TextInput } from "@mantine/core";
import { COUNTRIES } from "../criteria/countries.ts";
import { DateTimeField } from "./DateTimeField.tsx";
import { typedText } from "./event-form.ts";
import styles from "./rule-tester.module.css";

interface Props {
  fact: FactDefinition;
  label?: string;
  /** What an empty field says. */
  whenEmpty?: string;
  value: unknown;
  onChange: (typed: string) => void;
  suggestions: readonly string[];
  currency: string;
  timezone: string;
  error?: string | undefined;
}

const NUMERIC = ["amount", "count", "quantity"];

/** One value of the event, typed the way its fact is read. Whatever is typed is sent: the service says what is wrong. */
export function FactField({
  fact,
  label = fact.label,
  whenEmpty = "not sent",
  value,
  onChange,
  suggestions,
  currency,
  timezone,
  error,
}: Props) {
  const typed = typedText(value);
  if (fact.input === "date-time") {
    const isNow = fact.key === "occurredAt";
    return (
      <DateTimeField
        {...{ timezone, error, onChange }}
        label={isNow ? `${label} (as of)` : label}
        whenEmpty={isNow ? "Now" : "Not sent"}
        fact={fact.key}
        value={typed}
      />
    );
  }
  const shared = {
    label,
    error,
    title: fact.help,
    className: fact.input === "url" ? (styles.wide ?? "") : "",
    "data-fact": fact.key,
    placeholder: value === "" ? "sent as empty text" : whenEmpty,
  };
  if (fact.input === "country") {
    return (
      <Select
        {...shared}
        data={countryChoices([...suggestions, typed])}
        value={typed === "" ? null : typed}
        onChange={(code) => onChange(code ?? "")}
        searchable
        withScrollArea={false}
        classNames={{ options: styles.options ?? "" }}
        clearable
        clearButtonProps={{ "aria-label": `Clear ${label}` }}
        nothingFoundMessage="No such country"
        limit={300}
      />
    );
  }
  const input = {
    ...shared,
    ...(NUMERIC.includes(fact.input) && { inputMode: "decimal" as const }),
    ...(fact.input === "url" && { inputMode: "url" as const }),
    ...(fact.input === "amount" && {
      rightSection: (
        <Text size="xs" c="dimmed">
          {currency}
        </Text>
      ),
      rightSectionWidth: 48,
      rightSectionPointerEvents: "none" as const,
    }),
    value: typed,
    autoComplete: "off",
  };
  if (suggestions.length === 0)
    return <TextInput {...input} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  return (
    <Autocomplete
      {...input}
      data={[...suggestions]}
      onChange={onChange}
      limit={20}
      openOnFocus={false}
      withScrollArea={false}
      classNames={{ options: styles.options ?? "" }}
    />
  );
}

/** What the rules or the event say comes first, also where it is no code that we know. */
function countryChoices(said: readonly string[]) {
  const first = [...new Set(said.filter((code) => code !== ""))];
  return [
    ...first.map((code) => COUNTRIES.find((country) => country.value === code) ?? { value: code, label: code }),
    ...COUNTRIES.filter((country) => !first.includes(country.value)),
  ];
}
