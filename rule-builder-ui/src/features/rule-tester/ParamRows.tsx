import { ActionIcon, Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { isNumber, isTexts, type ParamKind, type ParamRow, withNewRow } from "./event-form.ts";
import { type FaultsByPointer, paramPointer, sentenceOf } from "./faults.ts";
import { ParamValue } from "./ParamValue.tsx";
import styles from "./rule-tester.module.css";
import type { Suggestions } from "./suggestions.ts";

interface Props {
  rows: readonly ParamRow[];
  onChange: (rows: ParamRow[]) => void;
  suggestions: Suggestions;
  faults: FaultsByPointer;
}

const KINDS: { value: ParamKind; label: string }[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "truth", label: "True/false" },
  { value: "list", label: "List" },
];

/** What the value becomes when it is to be of another kind; what does not fit is dropped. */
function asKind(value: unknown, kind: ParamKind): unknown {
  if (value === undefined) return undefined;
  if (kind === "truth") return value === true || value === "true";
  if (kind === "list") return isTexts(value) ? value : [String(value)];
  const text = isTexts(value) ? value.join(", ") : String(value);
  return kind === "text" ? text : isNumber(text) ? Number(text) : undefined;
}

/** The caller's own parameters: anything that has no fact of its own. */
export function ParamRows({ rows, onChange, suggestions, faults }: Props) {
  return (
    <fieldset className={styles.section}>
      <legend>Parameters (params)</legend>
      {rows.map((row, at) => {
        const what = row.name === "" ? `parameter ${at + 1}` : row.name;
        const edit = (change: Partial<ParamRow>) =>
          onChange(rows.map((each) => (each.key === row.key ? { ...each, ...change } : each)));
        return (
          <div key={row.key} className={styles.param}>
            <TextInput
              aria-label={`Name of parameter ${at + 1}`}
              placeholder="name"
              value={row.name}
              onChange={({ currentTarget }) => edit({ name: currentTarget.value })}
              error={nameFault(row, rows)}
            />
            <NativeSelect
              aria-label={`Kind of ${what}`}
              data={KINDS}
              value={row.kind}
              onChange={({ currentTarget }) => {
                const kind = currentTarget.value as ParamKind;
                edit({ kind, value: asKind(row.value, kind) });
              }}
            />
            <ParamValue
              row={row}
              label={`Value of ${what}`}
              onChange={(value) => edit({ value })}
              suggestions={suggestions.get(`params.${row.name}`) ?? []}
              error={valueFault(row, faults)}
            />
            <ActionIcon
              aria-label={`Remove ${what}`}
              onClick={() => onChange(rows.filter((each) => each.key !== row.key))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        );
      })}
      <Group>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange(withNewRow(rows))}
        >
          Add parameter
        </Button>
      </Group>
    </fieldset>
  );
}

function nameFault({ name, value, key }: ParamRow, rows: readonly ParamRow[]): string | undefined {
  if (name === "") return value === undefined ? undefined : "Needs a name; it is left out until then";
  const twin = rows.find((row) => row.name === name && row.key !== key);
  return twin === undefined ? undefined : "Named twice; only the last one is sent";
}

function valueFault({ name, kind, value }: ParamRow, faults: FaultsByPointer): string | undefined {
  if (kind === "number" && typeof value === "string" && !isNumber(value)) return "Not a number; it is sent as text";
  const fault = faults.get(paramPointer(name));
  return fault && sentenceOf(fault);
}
