import { type HistoryFilter, THINGS } from "@firstmatch/shared-types";
import { DayInput } from "../../components/DayInput.tsx";
import { FilterBar } from "../../components/FilterBar.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import type { Chosen } from "./chosen-filter.ts";

interface HistoryFiltersProps {
  chosen: Chosen;
  /** What the page is about anyway. */
  fixed: HistoryFilter;
  people: readonly { id: string; name: string }[];
  programs: readonly { id: string; name: string }[];
  onChange: (chosen: Chosen) => void;
}

const KINDS = Object.entries(THINGS).map(([value, label]) => ({ value, label }));

export function HistoryFilters({ chosen, fixed, people, programs, onChange }: HistoryFiltersProps) {
  const set = (part: { [Key in keyof Chosen]?: string | null }) =>
    onChange(Object.fromEntries(Object.entries({ ...chosen, ...part }).filter(([, wanted]) => wanted)));
  const half = "calc(50% - 6px)";
  return (
    <FilterBar label="Changes" filtered={Object.keys(chosen).length > 0} onClear={() => onChange({})} mb="md">
      <LazySelect
        label="Kind"
        placeholder="Any"
        w={{ base: half, xs: 160 }}
        clearable
        data={KINDS}
        value={chosen.thing ?? null}
        onChange={(thing) => set({ thing })}
      />
      <LazySelect
        label="Person"
        placeholder="Anyone"
        w={{ base: half, xs: 200 }}
        clearable
        searchable
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.by ?? null}
        onChange={(by) => set({ by })}
      />
      {fixed.program === undefined && (
        <LazySelect
          label="Program"
          placeholder="Any"
          w={{ base: "100%", xs: 200 }}
          clearable
          searchable
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.program ?? null}
          onChange={(program) => set({ program })}
        />
      )}
      <DayInput label="From" w={{ base: half, xs: 150 }} day={chosen.from ?? ""} onDay={(from) => set({ from })} />
      <DayInput label="To" w={{ base: half, xs: 150 }} day={chosen.to ?? ""} onDay={(to) => set({ to })} />
    </FilterBar>
  );
}
