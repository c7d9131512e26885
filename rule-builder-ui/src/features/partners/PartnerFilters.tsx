import { Button, Group } from "@mantine/core";
import type { PartnerFilter } from "../../api/partners.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useAllPrograms } from "../programs/program-queries.ts";
import { isFiltered } from "./partner-filter.ts";

interface PartnerFiltersProps {
  filter: PartnerFilter;
  onChange: (filter: PartnerFilter) => void;
}

const STATUSES = [
  { value: "active", label: "Active" },
  { value: "inactive", label: "Inactive" },
];

/** Everything that is set must hold. */
export function PartnerFilters({ filter, onChange }: PartnerFiltersProps) {
  const { data: programs = [] } = useAllPrograms();
  const set = (part: { [Key in keyof PartnerFilter]?: string | null }) =>
    onChange({ ...filter, ...part } as PartnerFilter);
  return (
    <Group role="search" aria-label="Partners" mb="md" gap="sm" align="flex-end">
      <TypedFilter
        label="Search"
        placeholder="Name, id or e-mail"
        width={{ base: "100%", xs: 280 }}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => set({ search })}
      />
      <LazySelect
        label="Status"
        placeholder="Any"
        w={{ base: "calc(50% - 6px)", xs: 130 }}
        clearable
        data={STATUSES}
        value={filter.status ?? null}
        onChange={(status) => set({ status })}
      />
      <TypedFilter
        label="Tag"
        placeholder="Any"
        width={{ base: "calc(50% - 6px)", xs: 150 }}
        value={filter.tag ?? ""}
        onTyped={(tag) => set({ tag })}
      />
      <LazySelect
        label="Program"
        placeholder="Any"
        w={{ base: "100%", xs: 220 }}
        clearable
        searchable
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.program ?? null}
        onChange={(program) => set({ program })}
      />
      {isFiltered(filter) && (
        <Button variant="subtle" color="gray" onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </Group>
  );
}
