import { LazySelect } from "../../components/LazySelect.tsx";
import { useTermsList } from "../terms/terms-queries.ts";

interface DefaultTermsSelectProps {
  program: string;
  value: string;
  onChange: (terms: string) => void;
  error: string | undefined;
}

/** Terms that were never published cannot decide, so they cannot be the default. */
export function DefaultTermsSelect({ program, value, onChange, error }: DefaultTermsSelectProps) {
  const { items } = useTermsList(program);
  return (
    <LazySelect
      aria-label="Default terms"
      description="Of everyone who was given no other terms"
      maw={420}
      allowDeselect={false}
      data={items.map(({ id, name, latest }) => ({
        value: id,
        label: latest === null && id !== value ? `${name} (never published)` : name,
        disabled: latest === null && id !== value,
      }))}
      value={value}
      onChange={(terms) => terms && onChange(terms)}
      error={error}
    />
  );
}
