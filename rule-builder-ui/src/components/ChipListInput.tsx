import { Pill, PillsInput } from "@mantine/core";
import { useState } from "react";
import { commitTyped, listValue, type TypedList } from "./typed-list.ts";
import type { ValueListInputProps } from "./ValueListInput.tsx";

const asTyped = (value: readonly string[] | string): TypedList =>
  typeof value === "string" ? { values: [], typed: value } : { values: value, typed: "" };

/**
 * A list of values as chips. A comma, Enter or leaving the field makes a chip; quotation marks keep a comma inside a
 * value; a pasted list, or a pasted column, becomes its chips.
 */
export function ChipListInput({ value, onChange, name, placeholder, ...rest }: ValueListInputProps) {
  const [list, setList] = useState(() => asTyped(value));
  // What is typed but no chip yet counts already, so that nothing is lost when somebody saves without leaving the field.
  const same = JSON.stringify(listValue(list)) === JSON.stringify(value);
  const shown = same ? list : asTyped(value);

  const change = (next: TypedList) => {
    setList(next);
    onChange(listValue(next));
  };
  const remove = (at: number) => change({ ...shown, values: shown.values.filter((_, place) => place !== at) });
  return (
    <PillsInput {...rest}>
      <Pill.Group>
        {shown.values.map((chip, at) => (
          <Pill
            // biome-ignore lint/suspicious/noArrayIndexKey: the same value may be there twice; its place tells them apart
            key={`${at} ${chip}`}
            withRemoveButton
            onRemove={() => remove(at)}
            removeButtonProps={{ "aria-label": `Remove ${chip || "the empty text"}`, "aria-hidden": false }}
          >
            {chip === "" ? '""' : chip}
          </Pill>
        ))}
        <PillsInput.Field
          aria-label={name}
          style={{ minWidth: 40 }}
          placeholder={shown.values.length === 0 ? placeholder : undefined}
          value={shown.typed}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            change(typed.endsWith(",") ? commitTyped({ ...shown, typed }) : { ...shown, typed });
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              change(commitTyped(shown));
            } else if (event.key === "Backspace" && shown.typed === "" && shown.values.length > 0)
              remove(shown.values.length - 1);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            if (!/[,\n\t"]/.test(pasted)) return;
            event.preventDefault();
            const { selectionStart, selectionEnd } = event.currentTarget;
            const typed =
              shown.typed.slice(0, selectionStart ?? undefined) +
              pasted.trim().replaceAll(/\s*[\r\n\t]+\s*/g, ", ") +
              shown.typed.slice(selectionEnd ?? shown.typed.length);
            change(commitTyped({ ...shown, typed }));
          }}
          onBlur={() => {
            if (shown.typed !== "") change(commitTyped(shown));
          }}
        />
      </Pill.Group>
    </PillsInput>
  );
}
