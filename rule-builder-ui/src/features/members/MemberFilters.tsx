import type { MemberFilter, Program } from "@firstmatch/shared-types";
import { FilterBar } from "../../components/FilterBar.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { isFiltered, ON_DEFAULT_TERMS } from "./member-filter.ts";
import { useNameOfTerms } from "./name-of-terms.ts";

interface MemberFiltersProps {
  program: Program;
  filter: MemberFilter;
  /** One part of it; null or "" for any. */
  onChange: (part: { [Key in keyof MemberFilter]?: string | null }) => void;
  onClear: () => void;
}

const STATUSES = [
  { value: "true", label: "Active" },
  { value: "false", label: "Inactive" },
];

export function MemberFilters({ program, filter, onChange, onClear }: MemberFiltersProps) {
  const { items: terms } = useTermsList(program.id);
  const nameOfTerms = useNameOfTerms(program);
  return (
    <FilterBar label="Members" filtered={isFiltered(filter)} onClear={onClear}>
      <TypedFilter
        label="Search"
        placeholder="Name, id, e-mail or code"
        width={{ base: "100%", xs: 230 }}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => onChange({ search })}
      />
      <LazySelect
        label="Terms"
        placeholder="Any"
        w={{ base: "100%", xs: 170 }}
        clearable
        data={[
          { value: ON_DEFAULT_TERMS, label: nameOfTerms(null) },
          ...terms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.terms ?? null}
        onChange={(wanted) => onChange({ terms: wanted })}
      />
      <LazySelect
        label="Status"
        placeholder="Any"
        w={{ base: "calc(50% - 6px)", xs: 120 }}
        clearable
        data={STATUSES}
        value={filter.active ?? null}
        onChange={(active) => onChange({ active })}
      />
      <TypedFilter
        label="Tag"
        placeholder="Any"
        width={{ base: "calc(50% - 6px)", xs: 130 }}
        value={filter.tag ?? ""}
        onTyped={(tag) => onChange({ tag })}
      />
    </FilterBar>
  );
}
