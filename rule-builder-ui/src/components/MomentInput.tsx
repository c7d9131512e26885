import { TextInput, type TextInputProps } from "@mantine/core";
import { untrapTab } from "./untrap-tab.ts";

interface MomentInputProps extends Pick<TextInputProps, "label" | "required" | "error" | "style"> {
  /** As the clock shows it: "2026-12-01T00:00"; "" for none. `toInstant` makes it a moment. */
  local: string;
  onLocal: (local: string) => void;
  timezone: string;
}

/** A moment on the clocks of a time zone, in the browser's own input, since that takes typing. */
export const MomentInput = ({ local, onLocal, timezone, ...rest }: MomentInputProps) => (
  <TextInput
    type="datetime-local"
    // Keeps the browser from asking for years of six digits.
    max="9999-12-31T23:59"
    inputWrapperOrder={["label", "input", "error", "description"]}
    description={`On the clocks of ${timezone}`}
    {...rest}
    value={local}
    onKeyDown={untrapTab}
    onChange={(event) => onLocal(event.currentTarget.value)}
  />
);
