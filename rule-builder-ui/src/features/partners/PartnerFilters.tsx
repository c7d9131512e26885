import type { PartnerFilter } from "../../api/partners.ts";
import { FilterBar } from "../../components/FilterBar.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useAllPrograms } from "../programs/program-queries.ts";
import { isFiltered } from "./partner-filter.ts";

interface PartnerFiltersProps {
  filter: PartnerFilter;
  /** One part of it; null or "" for any. */
  onChange: (part: { [Key in keyof PartnerFilter]?: string | null }) => void;
  onClear: () => void;
}

const STATUSES = [
  { value: "active", label: "Active" },
  { value: "inactive", label: "Inactive" },
];

export function PartnerFilters({ filter, onChange, onClear }: PartnerFiltersProps) {
  const { data: programs = [] } = useAllPrograms();
  return (
    <FilterBar label="Partners" filtered={isFiltered(filter)} onClear={onClear} mb="md">
      <TypedFilter
        label="Search"
        placeholder="Name, id or e-mail"
        width={{ base: "100%", xs: 280 }}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => onChange({ search })}
      />
      <LazySelect
        label="Status"
        placeholder="Any"
        w={{ base: "calc(50% - 6px)", xs: 130 }}
        clearable
        data={STATUSES}
        value={filter.status ?? null}
        onChange={(status) => onChange({ status })}
      />
      <TypedFilter
        label="Tag"
        placeholder="Any"
        width={{ base: "calc(50% - 6px)", xs: 150 }}
        value={filter.tag ?? ""}
        onTyped={(tag) => onChange({ tag })}
      />
      <LazySelect
        label="Program"
        placeholder="Any"
        w={{ base: "100%", xs: 220 }}
        clearable
        searchable
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.program ?? null}
        onChange={(program) => onChange({ program })}
      />
    </FilterBar>
  );
}
