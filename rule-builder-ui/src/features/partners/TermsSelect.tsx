import type { Program, TermsSummary } from "@firstmatch/shared-types";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useTermsList } from "../terms/terms-queries.ts";

interface TermsSelectProps {
  program: Program;
  /** Null: the program's default terms, and whichever later become the default. */
  value: string | null;
  onChange: (terms: string | null) => void;
  label?: string;
  error?: string | undefined;
}

/** No terms have this id, since it is no slug. */
const DEFAULT = "(default)";

/** The terms that a member can be given: those that are published. */
export function TermsSelect({ program, value, onChange, label = "Terms", error }: TermsSelectProps) {
  const { items } = useTermsList(program.id);
  const standard = items.find(({ id }) => id === program.defaultTerms)?.name ?? program.defaultTerms;
  return (
    <LazySelect
      label={label}
      allowDeselect={false}
      searchable
      data={[{ value: DEFAULT, label: `The program’s default, now ${standard}` }, ...items.map(choice)]}
      value={value ?? DEFAULT}
      onChange={(chosen) => onChange(chosen === DEFAULT ? null : chosen)}
      error={error}
    />
  );
}

const choice = ({ id, name, latest }: TermsSummary) => ({
  value: id,
  label: latest === null ? `${name} (never published)` : name,
  disabled: latest === null,
});
