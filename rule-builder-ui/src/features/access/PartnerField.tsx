import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listPartners } from "../../api/partners.ts";

interface PartnerFieldProps {
  value: string | undefined;
  onChange: (partner: string, name: string) => void;
  error?: string | undefined;
}

/** Chooses one of the partners that are stored; searched by the service, since there may be tens of thousands. */
export function PartnerField({ value, onChange, error }: PartnerFieldProps) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ["partners", "choice", search],
    queryFn: () => listPartners({ search }),
    placeholderData: keepPreviousData,
  });
  const partners = found.data?.items ?? [];
  return (
    <Select
      label="Partner"
      description="Whose own things the key shows, and nobody else's"
      placeholder="Name or id"
      required
      searchable
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      // What fits was found by the service, by more than the name.
      filter={({ options }) => options}
      data={partners.map(({ id, name }) => ({ value: id, label: name === id ? id : `${name} (${id})` }))}
      nothingFoundMessage={found.isPending ? "Looking…" : "No partner is found by that"}
      value={value ?? null}
      onChange={(id) => {
        const chosen = partners.find((partner) => partner.id === id);
        if (chosen) onChange(chosen.id, chosen.name);
      }}
      error={error ?? found.error?.message}
    />
  );
}
