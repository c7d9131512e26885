import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { toInstant, toLocal } from "./local-time.ts";

interface MomentInputProps extends Omit<TextInputProps, "value" | "onChange" | "type"> {
  /** With its offset; null for none. */
  value: string | null;
  onChange: (instant: string | null) => void;
  timezone: string;
}

/** A moment, on the clocks of a time zone. The browser's own input, since it takes typing. */
export function MomentInput({ value, onChange, timezone, ...rest }: MomentInputProps) {
  // While typing, a half-typed year is a moment too: reading it back then would fight with the typing.
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextInput
      description={`On the clocks of ${timezone}`}
      {...rest}
      type="datetime-local"
      value={typing ?? (value === null ? "" : (toLocal(value, timezone)?.slice(0, 16) ?? ""))}
      onChange={({ currentTarget }) => {
        setTyping(currentTarget.value);
        onChange(currentTarget.value === "" ? null : toInstant(currentTarget.value, timezone));
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
