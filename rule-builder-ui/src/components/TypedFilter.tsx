import { type MantineStyleProps, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

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

/**
 * A text to filter a list by; it asks once the typing pauses or the field is left. Nothing is asked after that, so
 * whoever goes straight on to another page is not called back.
 */
export function TypedFilter({ label, placeholder, width, icon, focused, value, onTyped }: TypedFilterProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((typed: string) => {
    sent.current = typed;
    onTyped(typed);
  }, TYPING_MS);
  // Changed from elsewhere: a tag that was pressed, the filter cleared, the way back. What was typed and comes back is
  // no change: by then more may have been typed.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
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
      // Looked up when it happens: every typing makes another one.
      onBlur={() => send.flush()}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
