import type { MemberFilter, Program } from "@firstmatch/shared-types";
import { Button, Group } from "@mantine/core";
import { LazySelect } from "../../components/LazySelect.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { isFiltered, ON_DEFAULT_TERMS } from "./member-filter.ts";
import { useNameOfTerms } from "./terms-names.ts";

interface MemberFiltersProps {
  program: Program;
  filter: MemberFilter;
  onChange: (filter: MemberFilter) => void;
}

const STATUSES = [
  { value: "true", label: "Active" },
  { value: "false", label: "Inactive" },
];

/** Everything that is set must hold. */
export function MemberFilters({ program, filter, onChange }: MemberFiltersProps) {
  const { items: terms } = useTermsList(program.id);
  const nameOfTerms = useNameOfTerms(program);
  const set = (part: { [Key in keyof MemberFilter]?: string | null }) =>
    onChange({ ...filter, ...part } as MemberFilter);
  return (
    <Group role="search" aria-label="Members" gap="sm" align="flex-end">
      <TypedFilter
        label="Search"
        placeholder="Name, id, e-mail or code"
        width={250}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => set({ search })}
      />
      <LazySelect
        label="Terms"
        placeholder="Any"
        w={200}
        clearable
        data={[
          { value: ON_DEFAULT_TERMS, label: nameOfTerms(null) },
          ...terms.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.terms ?? null}
        onChange={(wanted) => set({ terms: wanted })}
      />
      <LazySelect
        label="Status"
        placeholder="Any"
        w={120}
        clearable
        data={STATUSES}
        value={filter.active ?? null}
        onChange={(active) => set({ active })}
      />
      <TypedFilter label="Tag" placeholder="Any" width={130} value={filter.tag ?? ""} onTyped={(tag) => set({ tag })} />
      {isFiltered(filter) && (
        <Button variant="subtle" color="gray" onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </Group>
  );
}
