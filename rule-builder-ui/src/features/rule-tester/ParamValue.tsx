import { parseValueList } from "@firstmatch/shared-types";
import { Autocomplete, NativeSelect, TagsInput, TextInput } from "@mantine/core";
import { isTexts, type ParamRow, typedText } from "./event-form.ts";
import styles from "./rule-tester.module.css";

interface Props {
  row: ParamRow;
  label: string;
  onChange: (value: unknown) => void;
  suggestions: readonly string[];
  error: string | undefined;
}

const TRUTHS = [
  { value: "", label: "not sent" },
  { value: "true", label: "true" },
  { value: "false", label: "false" },
];

/** The value of one parameter, typed by its kind. An emptied one is not sent. */
export function ParamValue({ row: { kind, value, name }, label, onChange, suggestions, error }: Props) {
  const shared = { "aria-label": label, "data-fact": `params.${name}`, error };
  if (kind === "truth") {
    return (
      <NativeSelect
        {...shared}
        data={TRUTHS}
        value={value === undefined ? "" : String(value)}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? undefined : currentTarget.value === "true")
        }
      />
    );
  }
  if (kind === "list") {
    return (
      <TagsInput
        {...shared}
        placeholder="value, comma"
        data={[...suggestions]}
        withScrollArea={false}
        classNames={{ options: styles.options ?? "" }}
        value={isTexts(value) ? value : []}
        onChange={(values) => onChange(values.length === 0 ? undefined : values)}
        onPaste={(event) => {
          const pasted = parseValueList(event.clipboardData.getData("text"));
          if (!pasted.ok) return;
          event.preventDefault();
          onChange([...(isTexts(value) ? value : []), ...pasted.values]);
        }}
        splitChars={[","]}
        acceptValueOnBlur
        allowDuplicates
      />
    );
  }
  const typed = typedText(value);
  const change = (text: string) => onChange(text === "" ? undefined : text);
  const placeholder = value === "" ? "sent as empty text" : "not sent";
  if (kind === "text" && suggestions.length > 0) {
    return (
      <Autocomplete
        {...shared}
        placeholder={placeholder}
        data={[...suggestions]}
        value={typed}
        onChange={change}
        openOnFocus={false}
        limit={20}
        withScrollArea={false}
        classNames={{ options: styles.options ?? "" }}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      placeholder={placeholder}
      value={typed}
      inputMode={kind === "number" ? "decimal" : "text"}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
