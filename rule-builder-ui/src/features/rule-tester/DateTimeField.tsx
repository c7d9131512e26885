import { TextInput } from "@mantine/core";
import { useState } from "react";
import { toInstant, toLocal } from "../../components/local-time.ts";
import styles from "./rule-tester.module.css";

interface Props {
  label: string;
  fact: string;
  /** The moment as it is sent, with its offset; "" for none. */
  value: string;
  onChange: (instant: string) => void;
  timezone: string;
  whenEmpty: string;
  error?: string | undefined;
}

/**
 * A moment on the clock of the terms' time zone. The browser's own input, since it takes typing; what it cannot show
 * (a pasted "tomorrow") stays visible as text.
 */
export function DateTimeField({ label, fact, value, onChange, timezone, whenEmpty, error }: Props) {
  // While typing, a half-typed year is a moment too: reading it back then would fight with the typing.
  const [typing, setTyping] = useState<string | null>(null);
  const local = value === "" ? "" : toLocal(value, timezone);
  const shared = { label, error, "data-fact": fact, className: styles.wide ?? "" };
  if (local === undefined && typing === null)
    return <TextInput {...shared} value={value} onChange={(input) => onChange(input.currentTarget.value)} />;
  return (
    <TextInput
      {...shared}
      type="datetime-local"
      step={1}
      description={value === "" ? `${whenEmpty}; time in ${timezone}` : `Time in ${timezone}`}
      value={typing ?? local ?? ""}
      onChange={({ currentTarget }) => {
        setTyping(currentTarget.value);
        onChange(currentTarget.value === "" ? "" : toInstant(currentTarget.value, timezone));
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
