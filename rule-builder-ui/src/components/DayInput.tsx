import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { untrapTab } from "./untrap-tab.ts";

interface DayInputProps extends Pick<TextInputProps, "label" | "error" | "w" | "miw"> {
  /** "2026-11-20"; "" for none. */
  day: string;
  onDay: (day: string) => void;
}

/**
 * A day, in the browser's own input, since that takes typing. What is typed stands here until the field is left: the
 * address follows a moment later, and an input that is drawn with the day before in between forgets which digits of
 * the year were typed already.
 */
export function DayInput({ day, onDay, ...rest }: DayInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      {...rest}
      type="date"
      // Keeps the browser from asking for years of six digits.
      max="9999-12-31"
      value={typed ?? day}
      onKeyDown={untrapTab}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (isWhole(next)) onDay(next);
      }}
    />
  );
}

/** On the way to 2026 the browser gives the years 2, 20 and 202. */
const isWhole = (day: string): boolean => day === "" || day >= "1000";
