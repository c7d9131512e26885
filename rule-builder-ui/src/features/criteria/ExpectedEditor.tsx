import { factOf, operatorOf } from "@firstmatch/shared-types";
import { LazyMultiSelect } from "../../components/LazySelect.tsx";
import { fittedValue } from "./fitted-value.ts";
import { OneValueInput } from "./OneValueInput.tsx";
import type { CriteriaRow } from "./query.ts";
import { RangeInput } from "./RangeInput.tsx";
import { ValueListField } from "./ValueListField.tsx";
import { valueChoices, withChosen } from "./value-choices.ts";

interface ExpectedEditorProps {
  row: CriteriaRow;
  /** "criterion 2: Order total" */
  name: string;
  onChange: (value: CriteriaRow["value"]) => void;
  error: string | undefined;
}

/** What a fact is compared with, in the form that fact and operator ask for. */
export function ExpectedEditor({ row, name, onChange, error }: ExpectedEditorProps) {
  const fact = factOf(row.field);
  const shape = operatorOf(row.operator)?.expected;
  // The operator may have changed a moment ago; the value follows at once, whatever it was.
  const value = fittedValue(row.value, row.operator);
  if (shape === "none" || fact === undefined) return null;
  if (shape === "one")
    return (
      <OneValueInput
        fact={fact}
        label={`Value, ${name}`}
        value={typeof value === "string" ? value : ""}
        onChange={onChange}
        error={error}
      />
    );
  if (shape === "range")
    return (
      <RangeInput fact={fact} name={name} range={Array.isArray(value) ? value : []} onChange={onChange} error={error} />
    );
  const choices = valueChoices(fact, row.operator);
  if (choices !== undefined && Array.isArray(value))
    return (
      <LazyMultiSelect
        aria-label={`Value, ${name}`}
        data={withChosen(choices, value)}
        value={[...value]}
        onChange={onChange}
        searchable
        hidePickedOptions
        placeholder={value.length === 0 ? "Choose one or more" : ""}
        nothingFoundMessage="Nothing like that"
        error={error}
      />
    );
  const list = value === true ? [] : value;
  return (
    <ValueListField
      name={`Value, ${name}`}
      fact={fact}
      operator={row.operator}
      value={list}
      onChange={onChange}
      error={error}
    />
  );
}
