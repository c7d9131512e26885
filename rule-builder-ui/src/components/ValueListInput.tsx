import type { PillsInputProps } from "@mantine/core";
import { useState } from "react";
import { ChipListInput } from "./ChipListInput.tsx";
import { LongListInput } from "./LongListInput.tsx";

export interface ValueListInputProps
  extends Pick<PillsInputProps, "label" | "description" | "error" | "inputWrapperOrder"> {
  /** The values; or, while what was typed cannot be split, all of it as text. */
  value: readonly string[] | string;
  onChange: (value: readonly string[] | string) => void;
  /** The accessible name of the field. */
  name: string;
  placeholder?: string;
}

/** More chips than this are no help to anybody, and slow. */
const MOST_CHIPS = 100;

const isLong = (value: readonly string[] | string): boolean => typeof value !== "string" && value.length > MOST_CHIPS;

/** A list of values (contract 3.2): as chips, or as text when there are many, a pasted column of SKUs for example. */
export function ValueListInput(props: ValueListInputProps) {
  const [openedLong] = useState(() => isLong(props.value));
  // It stays text while it is worked on: turning into chips under somebody's hands would lose their place.
  const [long, setLong] = useState(openedLong);
  if (!long && isLong(props.value)) setLong(true);
  return long ? <LongListInput {...props} takesFocus={!openedLong} /> : <ChipListInput {...props} />;
}
