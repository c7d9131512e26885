import { Button, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { PartnerFilter } from "../../api/partners.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { useAllPrograms } from "../programs/program-queries.ts";
import { isFiltered } from "./partner-filter.ts";

interface PartnerFiltersProps {
  filter: PartnerFilter;
  onChange: (filter: PartnerFilter) => void;
}

const TYPING_MS = 250;

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
        width={280}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => set({ search })}
      />
      <LazySelect
        label="Status"
        placeholder="Any"
        w={130}
        clearable
        data={STATUSES}
        value={filter.status ?? null}
        onChange={(status) => set({ status })}
      />
      <LazySelect
        label="Program"
        placeholder="Any"
        w={220}
        clearable
        searchable
        data={programs.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.program ?? null}
        onChange={(program) => set({ program })}
      />
      <TypedFilter label="Tag" placeholder="Any" width={150} value={filter.tag ?? ""} onTyped={(tag) => set({ tag })} />
      {isFiltered(filter) && (
        <Button variant="subtle" color="gray" onClick={() => onChange({})}>
          Clear
        </Button>
      )}
    </Group>
  );
}

interface TypedFilterProps {
  label: string;
  placeholder: string;
  width: number;
  icon?: boolean;
  value: string;
  onTyped: (text: string) => void;
}

/** Asks once the typing pauses. */
function TypedFilter({ label, placeholder, width, icon, value, onTyped }: TypedFilterProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const send = useDebouncedCallback((typed: string) => {
    setSent(typed);
    onTyped(typed);
  }, TYPING_MS);
  // Changed from elsewhere: a tag that was pressed, the filter cleared, the way back.
  useEffect(() => {
    if (value === sent) return;
    setText(value);
    setSent(value);
  }, [value, sent]);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      w={width}
      maw="100%"
      type="search"
      leftSection={icon && <IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
