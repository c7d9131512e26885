import type { Program } from "@firstmatch/shared-types";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { useNameOfTerms } from "./name-of-terms.ts";

interface MemberTermsSelectProps {
  program: Program;
  /** Null: the program's default terms, and whichever later become the default. */
  value: string | null;
  onChange: (terms: string | null) => void;
  error?: string | undefined;
}

/** In place of null, which no option can have. */
const DEFAULT = "";

/** The payout option of a member. Terms that were never published cannot decide, so nobody is given them. */
export function MemberTermsSelect({ program, value, onChange, error }: MemberTermsSelectProps) {
  const { items } = useTermsList(program.id);
  const nameOfTerms = useNameOfTerms(program);
  return (
    <LazySelect
      label="Terms"
      data-autofocus
      allowDeselect={false}
      data={[
        { value: DEFAULT, label: nameOfTerms(null) },
        ...items.map(({ id, name, latest }) => ({
          value: id,
          label: latest === null ? `${name} (never published)` : name,
          disabled: latest === null,
        })),
      ]}
      value={value ?? DEFAULT}
      onChange={(terms) => onChange(terms || null)}
      error={error}
    />
  );
}
