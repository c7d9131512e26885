import { type FactDefinition, printValueList } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { ValueListInput } from "../../components/ValueListInput.tsx";

interface ValueListFieldProps {
  name: string;
  fact: FactDefinition;
  operator: string;
  value: readonly string[] | string;
  onChange: (value: readonly string[] | string) => void;
  error: string | undefined;
}

/** The most values that are read back; a longer list is seen well enough as chips. */
const READ_BACK = 12;

/** Typed values as chips, read back as the OR that they mean. */
export function ValueListField({ name, fact, operator, value, onChange, error }: ValueListFieldProps) {
  const wildcard = operator === "matchesWildcard" || operator === "doesNotMatchWildcard";
  const example = wildcard ? "*facebook*" : (fact.example ?? "one value");
  return (
    <ValueListInput
      name={name}
      value={value}
      onChange={onChange}
      placeholder={`${example}, …`}
      error={error}
      description={readBack(value)}
      inputWrapperOrder={["input", "error", "description"]}
    />
  );
}

function readBack(value: readonly string[] | string) {
  if (typeof value === "string" || value.length > READ_BACK) return undefined;
  const [only] = value;
  if (only === undefined || (value.length === 1 && printValueList(value) === only)) return undefined;
  return (
    <Text span size="xs" c="dimmed">
      {value.map((entry) => printValueList([entry])).join(" or ")}
    </Text>
  );
}
