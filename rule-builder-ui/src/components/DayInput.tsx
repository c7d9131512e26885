import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

interface DayInputProps extends Pick<TextInputProps, "label" | "error" | "w" | "miw"> {
  /** "2026-11-20"; "" for none. */
  day: string;
  onDay: (day: string) => void;
}

/**
 * A day, in the browser's own input, since that takes typing. What is typed stands here until the address has it: an
 * input that is drawn with the day before in between forgets which digits of the year were typed already.
 */
export function DayInput({ day, onDay, ...rest }: DayInputProps) {
  const [text, setText] = useState(day);
  const sent = useRef(day);
  useEffect(() => {
    if (day === sent.current) return;
    sent.current = day;
    setText(day);
  }, [day]);
  return (
    <TextInput
      {...rest}
      type="date"
      // Keeps the browser from asking for years of six digits.
      max="9999-12-31"
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        if (isWhole(typed)) {
          sent.current = typed;
          onDay(typed);
        }
      }}
    />
  );
}

/** On the way to 2026 the browser gives the years 2, 20 and 202. */
const isWhole = (day: string): boolean => day === "" || day >= "1000";
