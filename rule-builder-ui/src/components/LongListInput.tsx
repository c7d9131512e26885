import { parseValueList, printValueList } from "@firstmatch/shared-types";
import { Textarea } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ValueListInputProps } from "./ValueListInput.tsx";

interface LongListInputProps extends Omit<ValueListInputProps, "placeholder"> {
  /** It takes the place of a field that had the focus. */
  takesFocus: boolean;
}

const asText = (value: readonly string[] | string): string =>
  typeof value === "string" ? value : printValueList(value);

/** A line break separates as a comma does, so that a pasted column is a list; a value cannot hold one. */
const split = (text: string): readonly string[] | string => {
  const typed = text.replaceAll(/\s*[\r\n]+\s*/g, ", ");
  const parsed = parseValueList(typed);
  if (parsed.ok) return parsed.values;
  return typed.trim() === "" ? [] : typed;
};

/** A list too long for chips, as the text that it was typed as. */
export function LongListInput({ value, onChange, name, takesFocus, label, error, description }: LongListInputProps) {
  const [typed, setTyped] = useState(() => asText(value));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const shown = JSON.stringify(split(typed)) === JSON.stringify(value) ? typed : asText(value);
  const count = typeof value === "string" ? "" : `${value.length.toLocaleString("en")} values`;
  return (
    <Textarea
      ref={field}
      inputWrapperOrder={["label", "input", "error", "description"]}
      label={label}
      error={error}
      description={count || description}
      aria-label={name}
      rows={5}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(split(event.currentTarget.value));
      }}
    />
  );
}
