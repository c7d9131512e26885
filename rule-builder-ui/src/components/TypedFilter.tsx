import { type MantineStyleProps, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

interface TypedFilterProps {
  label: string;
  placeholder: string;
  width: MantineStyleProps["w"];
  icon?: boolean;
  /** Takes the focus when its dialog opens. */
  focused?: boolean;
  value: string;
  onTyped: (text: string) => void;
}

const TYPING_MS = 250;

/** A text to filter a list by; it asks once the typing pauses. */
export function TypedFilter({ label, placeholder, width, icon, focused, value, onTyped }: TypedFilterProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const send = useDebouncedCallback((typed: string) => {
    setSent(typed);
    onTyped(typed);
  }, TYPING_MS);
  // Changed from elsewhere: a tag that was pressed, the filter cleared, the way back.
  useEffect(() => {
    if (value === sent) return;
    setText(value);
    setSent(value);
  }, [value, sent]);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      w={width}
      maw="100%"
      type="search"
      data-autofocus={focused || undefined}
      leftSection={icon && <IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
